"""Words which English news uses for the same thing, and what countries are called.

Written by hand from general knowledge of the language of news, not from any text that the program
is measured on. One group per line or between semicolons, each word in any form that the stemmer
does not reach from the others ("buy", "bought"). A word may stand in several groups. A group says
no more than that two sentences may speak of one thing: weak evidence, weighed as such.
"""

from __future__ import annotations

SYNONYMS = """
# life, death, harm
die died dead death deadly kill fatal fatally slain slay casualty toll perish lethal claimed
murder homicide killing manslaughter slaying kill assassinate
injure injury wound hurt harm maim; victim survivor casualty; survive survivor alive
shoot shot shooting gun gunman gunfire fire fired firearm weapon rifle pistol bullet shooter
weapon arms gun rifle missile armament ammunition; bomb blast explosion explosive explode detonate bombing
attack assault strike raid offensive ambush target; terror terrorist terrorism extremist militant jihadist
hostage captive kidnap abduct captor; suicide hang; rape assault abuse molest sexual harass harassment
body corpse remains; funeral memorial mourn bury burial vigil tribute grief; grave cemetery buried
rescue save evacuate evacuation; escape flee fled fugitive flight; threat threaten danger menace risk peril
danger dangerous hazard risk unsafe; fear afraid worry concern anxious anxiety scare alarm
safe safety secure security protect protection
violence violent clash unrest riot; riot unrest looting loot mayhem
# police, crime, law
arrest detain detention custody apprehend captured jail held nab seize
jail prison imprison incarcerate inmate cell behind bars; sentence sentenced years prison term jail
police officer cop patrolman deputy sheriff constable
investigate investigation probe inquiry examine detective
suspect accused defendant assailant attacker perpetrator; accuse allege allegation charge blame claim
charge indict indictment count prosecute; prosecutor attorney lawyer counsel district
lawyer attorney counsel solicitor barrister legal; court judge judicial tribunal justice bench
judge justice magistrate jurist; rule ruling decision verdict judgment decide decided
sue lawsuit suit sued litigation plaintiff complaint legal; appeal overturn reverse
guilty convict conviction plead plea verdict; innocent acquit clear exonerate not guilty
testify testimony witness testified evidence; evidence proof prove document
jury juror panel; trial hearing proceeding; crime criminal offense felony misdemeanor
law legislation statute act bill measure legal; illegal unlawful illicit unconstitutional banned
legal lawful constitutional; constitution constitutional amendment; right freedom liberty
ban bar prohibit forbid forbidden outlaw block; block halt stop prevent thwart stall
allow permit let authorize enable approve; require mandate order compel force oblige
violate breach break broke infringe violation; obey comply compliance follow abide
steal stole stolen theft rob robbery burglary thief; fraud scam swindle deceive cheat
drug narcotic heroin cocaine opioid marijuana; smuggle traffic trafficking
fine penalty penalize punish punishment sanction; execute execution death penalty capital
parole probation release free; release freed free liberate; warrant subpoena order
search raid hunt manhunt comb seek sought; surveillance spy monitor eavesdrop wiretap snoop intercept
spy espionage intelligence agent; secret classified confidential covert clandestine
leak disclose reveal expose whistleblower; corrupt corruption bribe bribery graft kickback
privacy private personal
# politics
vote ballot poll cast election electorate; elect election electoral campaign vote
voter electorate constituent voting public; poll survey pollster opinion
candidate contender nominee hopeful challenger rival; run bid campaign candidacy seek
nominate nomination appoint appointee name pick tap choose chose chosen select
president presidential administration white house oval; president commander chief
government administration state official cabinet; official authority aide
lawmaker legislator senator congressman congresswoman representative member mp parliamentarian
congress senate house capitol legislature hill parliament; committee panel commission subcommittee
republican gop conservative right; democrat democratic liberal left
party caucus faction; opposition rival opponent foe; supporter backer ally advocate follower fan
minister secretary premier chancellor; foreign diplomat ambassador envoy diplomatic
governor statehouse; mayor city hall municipal; leader head chief chairman president boss
resign quit step down stepped departure leave ouster; fire fired oust dismiss sack remove removal
impeach impeachment remove; veto override reject; filibuster block stall
pass passage approve adopt enact clear; sign signed enact; repeal undo overturn rescind scrap
debate argue argument discuss; debate forum; bipartisan compromise deal agreement
compromise concession deal agreement; agree agreement deal accord pact treaty consensus
disagree dispute differ split divide rift; oppose opposition against reject object resist opponent
support back endorse favor advocate embrace; reject refuse decline deny rebuff spurn turn down
approve approval endorse ratify; policy plan strategy proposal; plan intend intention aim goal
propose proposal suggest plan offer; reform overhaul change revamp; change alter modify shift
rally march demonstrate demonstration protest protester demonstrator marcher
speech address remark comment speak spoke; speaker lectern podium
criticize criticism condemn denounce blast slam attack assail rebuke fault lash
praise applaud hail commend laud welcome; apologize apology sorry regret
insult mock ridicule taunt; warn warning caution alert; promise pledge vow commit commitment swear
accuse blame fault; defend defense justify; admit acknowledge concede confess
deny denial dispute refute reject; claim assert contend maintain insist argue
announce announcement declare unveil reveal disclose; explain explanation reason describe
urge call press appeal plead implore exhort; ask request demand urge seek
inform notify tell told brief briefed aware alert; know knew known aware knowledge
learn discover find found; confirm verify acknowledge; reply respond response answer react reaction
tweet twitter post social; email message letter memo note; write wrote written letter
talk talks negotiation dialogue discussion conversation negotiate
meet meeting summit met gather session conference
call phone telephone conversation; visit trip travel tour; conversation discuss spoke talk
decide decision choose chose choice; consider weigh mull ponder
expect anticipate likely predict forecast; hope optimistic wish; believe think thought opinion view
intelligence cia spy agency; federal national government; agency department bureau office
leadership leader; power authority control; control seize capture command
executive order decree directive action; shutdown closure close lapse
deport deportation remove expel; immigrant migrant undocumented alien illegal immigration refugee asylum
border frontier crossing; citizen citizenship nationality; refugee displaced asylum migrant
discriminate discrimination bias racism racist prejudice bigotry
black african minority; gay lesbian homosexual same lgbt transgender
marriage marry wedding wed couple; abortion pregnancy unborn prolife prochoice; contraception birth control
woman women female; man men male; gender sex
# war and peace
war conflict fighting battle combat hostilities; invade invasion incursion assault attack offensive aggression
military army armed troops soldier forces; troop soldier serviceman marine military personnel
fight fought battle combat clash struggle; withdraw withdrawal pull pullout exit leave retreat
ceasefire truce armistice peace; peace peaceful; rebel insurgent militant fighter guerrilla
missile rocket launch; airstrike strike bomb bombing raid; nuclear atomic uranium enrichment warhead
jet plane aircraft warplane fighter; helicopter chopper aircraft; ship vessel boat navy naval
drone unmanned; general commander admiral; veteran soldier; sanction embargo penalty restriction
alliance nato ally coalition; ally partner friend; enemy adversary foe rival
tension strain friction hostility
occupy occupation; victory win won triumph defeat; defeat lose lost loss beat; surrender capitulate
torture interrogate interrogation waterboard abuse; prisoner detainee captive inmate
deploy deployment send sent dispatch; defense pentagon military; pentagon defense department
regime dictator dictatorship authoritarian; coup overthrow topple oust; uprising revolt revolution rebellion
# money
money fund cash dollar finance funding; pay paid payment salary wage; wage salary pay income earnings
raise increase hike rise rose climb grow grew jump surge boost soar
fall fell drop decline decrease sink plunge slide dip tumble; cut reduce slash trim decrease lower reduction
tax levy revenue; budget spending deficit fiscal; debt borrow deficit owe; spend spent spending expenditure
cost price expense expensive; buy bought purchase acquire acquisition; sell sold sale
economy economic growth gdp recession; job employment work hire worker; unemployment jobless layoff
worker employee staff labor workforce; union labor; strike walkout stoppage picket
company firm corporation business; business industry commerce; bank lender banking; loan lend mortgage credit
market stock share investor; profit earnings gain; bankrupt bankruptcy insolvent; trade tariff export import
donate donation contribute contribution donor give gave; rich wealthy billionaire millionaire
poor poverty needy; welfare benefit aid assistance; aid assistance help relief; subsidy subsidize
insurance insurer coverage insured; health healthcare care medical obamacare affordable; inflation prices
rent housing home; house home residence dwelling; contract deal
# health, science
doctor physician medic surgeon; hospital clinic medical; disease illness sick ill sickness ailment
virus outbreak epidemic pandemic infection infect; vaccine vaccinate immunize shot; drug medicine medication
cancer tumor; surgery operation; mental psychiatric psychological; patient sick; scientist researcher expert
study research report survey finding; test testing exam; expert analyst specialist scholar
pollution contaminate emission; climate warming; oil petroleum crude pipeline; energy power electricity
# weather, accidents
storm hurricane tornado cyclone; flood flooding water deluge; rain rainfall downpour; snow blizzard
earthquake quake tremor; fire blaze wildfire burn flames; destroy destruction demolish damage devastate
damage destroy wreck; crash collision accident collide wreck; disaster catastrophe tragedy crisis emergency
tragedy tragic; collapse fall crumble; victim affected; plane flight jet airliner; airport airline
car vehicle automobile truck van; driver motorist; train rail railway; road highway street
# school, church, sport, culture
school classroom campus student teacher; student pupil; teacher educator instructor professor
college university campus; child children kid youth minor; teenager teen youth young
church congregation parish worship; pastor priest minister clergy reverend bishop; muslim islam islamic mosque
jewish jew synagogue; christian church faith; religion religious faith belief; pray prayer
pope vatican pontiff
game match; team club squad; player athlete; coach manager; fan supporter; win victory triumph beat
film movie; song music singer; book author; award prize honor; celebrate celebration mark; flag banner
anthem kneel; show program broadcast; television tv network; newspaper paper press
press media reporter journalist
# people and kin
father dad parent; mother mom parent; wife husband spouse; son boy; daughter girl; brother sister sibling
family relative kin parents; friend companion; neighbor neighborhood community; baby infant newborn
people crowd public; person individual man; crowd gather thousands; resident local citizen
group organization; american citizen; old age elderly senior; born birth
# time, place, measure
begin began start launch open; end ended finish conclude stop; stop halt cease; continue remain keep resume
delay postpone suspend defer; quick swift rapid fast immediate; immediate instant prompt urgent
early earlier previous prior; former ex previous; next following upcoming; recent lately; final last ultimate
month weeks; night evening overnight; morning dawn early; percent percentage; dozen twelve; hundred hundreds
half 50; thousand thousands; million millions; first initial; second two; number figure total
large big huge major massive; small little minor; important crucial key critical vital significant
city town; area region zone; building facility center; country nation; nation national
world global international; near close; north northern; south southern; east eastern; west western
# other deeds
help assist aid; build built construct construction; make produce; create establish set form; remove take
arrive came come; leave left depart; move transfer relocate; carry bear; enter entry; return back
show demonstrate display; hide conceal cover; watch see saw seen view observe; hear heard listen
find found discover locate; lose lost missing; missing disappear vanish; search seek look
happen occur take place; cause lead result; result outcome consequence; fail failure unable; succeed success
succeed successor replace replacement; join member; lead led; follow; need require necessary; want seek wish
try attempt effort seek; effort attempt drive push; mistake error wrong; true truth fact; false lie untrue
lie lied false mislead dishonest; secret hidden; angry anger outrage furious fury; happy pleased glad
shock surprise stun stunned; sad sorrow grief; strong tough firm; weak; hard difficult tough; clear evident
fair just unfair; equal equality; free freedom; different; issue matter question problem
problem trouble issue
crisis emergency; situation circumstances; case; document record file paper; information data detail
data information record; image photo picture photograph; video footage film tape; website online internet web
computer cyber hack hacker; hack breach cyberattack; phone cell call; technology tech
food meal eat ate; water drink; alcohol drunk drink; smoke tobacco cigarette; animal dog; gun firearm rifle
relationship ties relation partnership friendship; expand expansion enlarge extend broaden; role part
limit restrict restriction curb; loosen ease relax; tighten strict; review examine reconsider; check verify
gathering event ceremony; ceremony celebration service; uniform; tape recording audio
statement remark comment
controversy controversial dispute; scandal controversy; race contest; race racial ethnic; lead ahead front
popular favored; rate level; target aim; chance opportunity; option choice alternative; reason motive
responsible responsibility blame; responsibility duty; competent; honest; trust confidence
doubt skeptical question
"""

COUNTRIES = """
america american us usa washington states; britain british uk london england english kingdom
russia russian moscow kremlin
china chinese beijing; france french paris; germany german berlin; italy italian rome; spain spanish madrid
ukraine ukrainian kyiv kiev; poland polish warsaw; israel israeli jerusalem; palestine palestinian gaza
iran iranian tehran; iraq iraqi baghdad; syria syrian damascus; turkey turkish ankara; egypt egyptian cairo
libya libyan tripoli; yemen yemeni sanaa; saudi arabia riyadh; jordan jordanian amman; lebanon lebanese beirut
afghanistan afghan kabul; pakistan pakistani islamabad; india indian delhi; bangladesh bangladeshi dhaka
japan japanese tokyo; korea korean; pyongyang north korea; seoul south korea; taiwan taiwanese taipei
vietnam vietnamese hanoi; philippines philippine filipino manila; indonesia indonesian jakarta
malaysia malaysian; thailand thai bangkok; myanmar burma burmese; australia australian canberra
canada canadian ottawa
mexico mexican; cuba cuban havana; venezuela venezuelan caracas; colombia colombian bogota
brazil brazilian brasilia; argentina argentine argentinian; chile chilean santiago; haiti haitian
guatemala guatemalan; honduras honduran; salvador salvadoran; ireland irish dublin
scotland scottish edinburgh
belgium belgian brussels; netherlands dutch hague; sweden swedish stockholm; norway norwegian oslo
denmark danish copenhagen; finland finnish helsinki; greece greek athens; hungary hungarian budapest
austria austrian vienna; switzerland swiss geneva bern; portugal portuguese lisbon; romania romanian bucharest
serbia serbian belgrade; bulgaria bulgarian sofia; belarus belarusian minsk; georgia georgian tbilisi
kazakhstan kazakh; nigeria nigerian abuja; kenya kenyan nairobi; somalia somali mogadishu
sudan sudanese khartoum
ethiopia ethiopian; africa african pretoria; congo congolese kinshasa; mali malian; algeria algerian algiers
morocco moroccan rabat; tunisia tunisian tunis; europe european eu brussels; un united nations
"""
