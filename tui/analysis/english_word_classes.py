"""Classes of English words, made from WordNet 3.0 by `benchmarks/make_word_classes.py`.

Words in their base form, by their uses in WordNet's tagged texts; what stands nowhere is a noun.
The lists at the end are kinds of nouns.
"""

LICENCE = """
WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
THIS SOFTWARE AND DATABASE IS
PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY
WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF
MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE
OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS.
Permission to use, copy, modify and distribute this software and database and its documentation for any
purpose and without fee or royalty is hereby granted, provided that you agree to comply with the
foregoing copyright notice and statements, including the disclaimer, and that the same appear on ALL
copies of the software, database and documentation, including modifications that you make for internal
use or for distribution. The name of Princeton University or Princeton may not be used in advertising or
publicity pertaining to distribution of the software and/or database. Title to copyright in this
software, database and any associated documentation shall at all times remain with Princeton University
and LICENSEE agrees to preserve same.
"""

NOUNS_AND_VERBS = """
abandon abuse accent access acclaim ache act address advance adventure advocate affix affront aid aim alarm
alibi alligator allowance ally amble ambuscade ambush amount anchor angle anguish answer ape appeal
apprentice approach armor array arrest ash asphalt assault assay assent assist associate asterisk atrophy
attack attempt attire attribute audit audition augur autopsy avail award awe ax axe babble bachelor back
backlog backstitch badge badger baffle bag bait balance bale balk ballast balloon ballot ballyhoo ban
bandage bang banquet banter bar barb barbecue bargain barge bark barrack barrage barricade base bash baste
bat batch bath bathe batter bayonet beacon bead beak beam bean beard beef beggar belch bellow belly belt
bench bend benefit berry berth bet bevel bicker bicycle bid bill billow bin bioassay birdie birth bite
bivouac blackberry blame blare blast blaze bleach bleat blemish blend blight blinker blister bloat blob
block blockade bloom blossom blot blotch blow blubber bludgeon blunder blur blush bluster board boast bob
bog bogey bolster bolt bomb bonnet boo book boom boomerang boost booze border bosom bottleneck bounce bow
bower bowl boycott brace brad braid brake brand brandish breach bread break breakfast breast breed breeze
bribe bridge bridle brim bristle broil broker brood brook broom bruise brush bubble buck bucket buckle bud
budge budget buffalo buffer buffet bug bugle bulge bull bulletin bullshit bump bunch bundle bunker bunt
burden burnish burr burrow burst bus bushel bustle butcher butt butter buzz bypass cab cabbage cabin cable
cache cackle cage cake calendar camouflage camp campaign can cancel candle candy cane cant canter cantilever
canvass cap caper capsule capture caravan carbonate card care careen career caress caricature carpenter
carpet cart cartoon cartwheel cascade cash cast castle catalog catalogue catapult catcall caucus cause
caution cave cavern caw cement censure census center centrifuge certificate chafe chaff chagrin chairman
challenge chamber champ champion chandelle change channel chant chap charge chariot charleston charm chart
charter chase chat chatter cheat check cheer cheese chew chill chin chip chirp chisel chock choir chomp chop
chord chortle chorus chrome chronicle chuck chuckle chug chunk churn chute cinch cipher circle circuit
citrate claim clam clamber clamor clamp clang clangor clank clap claret clash clasp clatter claw cleat
clench clerk click climax clinch clink clip cloak clobber clock clog closet closure clot cloud clown cluck
clump cluster clutch coach coal coast coat coax cock cocoon code coffin coil coin collapse collar color comb
combat comfort command comment commission commune compass complement complexion compliment compost compound
compress compromise con concentrate concern concert concertina concord conduct cone conflict conjecture
conscript consent conserve console consort contact contest contour contract contrast control convert convict
convoy cook cope copper copy coquette cord corduroy core cork corkscrew corn corral cost cotton couch cough
counsel count countenance counterattack counterbalance counterpoint couple court cover cowhide crab cradle
craft cramp crane crash crate craze creak cream crease credit crib cricket cripple croak crochet crook crop
crouch crow crowd crown cruise crunch crusade crush crust cry cube cuddle cuff cup curb cure curl curse
curtain curve cushion cuss cycle dab dam damage dance darn dart dash date dawn daydream dazzle deal debate
debauch debut decay deck decline decrease decree default defeat defect degas delay delegate delight deluge
demand demur dent deposit desert design desire despair despatch diagram dial dice dictate diet digest din
dip disadvantage disarray discard discharge discipline disconnect discount discourse discredit disdain
disgrace disguise disgust dishonor dishonour disk dislike dismay dismount disorder dispatch display dispute
disregard dissent dissolve distress distrust ditch dive divorce dock docket document dodge don doom dope
dose dot doubt dovetail downgrade doze draft drain drape draught drawl dream dress dribble drift drink drive
drizzle drone droop drop drowse drum dub duck duel dung dunk dupe dusk dust dwarf dye dynamite eagle ease
ebb echo eclipse eddy edge effect ejaculate elbow embargo embrace enamel encounter end endeavor entail envy
epoxy escape escort essay esteem estimate evidence exchange excise excuse exercise exhaust exile exit
experience experiment exploit export extract eyeball face facsimile falcon fall falter fan fantasy farce
fare farm fashion fathom fatigue fault favor fawn fear feast feather feature feed feint ferment ferry fetch
fete fiddle fidget fight figure file filter finance fingerpaint fingerprint fire fish fistfight fizzle flail
flake flank flap flare flash flaunt flavor flaw fleck flex flick flicker flinch flirt flit flock flood flop
flounce flounder flour flourish flow flub fluff flurry fluster flute flutter fly foam focus foil fold fool
footnote force forearm forebear forecast foreground forge fork form fort founder fowl fox fracture fragment
frame franchise freak freckle freight fret fright frog frolic frost froth fry fuel fullback fulminate fumble
fume function funnel furlough furrow fuse fuss gabble gag gage gain gallop gamble gang gap gape garage garb
garden garland garment garner garrison gash gasp gauge gawk gaze gear gee gesture geyser ghost gibbet gift
giggle gild glance glare glaze gleam glide glimmer glimpse glint glisten glitter gloat glory glow glower
glue glut goad gobble golf goof goose gore gorge gossip gouge gown grace grain grant graph grapple grate
graze grease grill grimace grin grind grip gripe groan groin groom groove grope growl grub grudge grumble
grunt guarantee guard guide gull gulp gum gush gut gutter hack haggle hail halt halter ham hammer hamper
hand handicap harangue harbor hare harm harness harp harrow harvest hasp hatch hate haul haunt hawk hazard
haze head headline heap heat hedge heed heel heft heist helm help hem hemorrhage herald herd hibachi hide
highlight hijack hike hinge hint hiss hit hitch hive hobble hock hoe hog hoist holler holystone honeymoon
honor honour hood hoof hook hoop hoot hop hope hound house howl huckster huddle hue hug hulk hum humor hunch
hunger hunt hurdle hurry hush hustle hymn hypertrophy implant implement import imprint incense incline
inconvenience increase index influence ink inlay input inset institute insult intercept interchange
interlock interlude interview intrigue introject inventory issue itch jab jabber jacket jail jam jangle
japan jar jaw jeer jelly jerk jest jewel jibe jig jilt jimmy jingle jive jockey jog joggle joke jolt jostle
jot journey joust judge jug jumble junk keynote kick kid kiss kit kitten kneecap kneel knight knit knock
knot knuckle label labor labour lace lack ladder lag lam lamb lament laminate lampoon lance land lap lapse
lash latch lather laugh layer lead league leak leap leapfrog lease leash lecture leech leer lever levy
license lilt limit link lipstick list litter load loaf loan lob lobby lock lodge loft log look loom loop
loot lope lounge love lug lull lumber lump lunch lunge lurch lure lust madrigal mail mandate maneuver mantle
manufacture manure map mar marble march mark market marshal martyr marvel mash mask masquerade massacre
massage master mastermind match mate matriculate matter may meander measure melt menace mend mention
merchandise merit mesh meter mew microwave might milk mill mince mind mine minister minstrel mire mirror
misfire misquote mist mistake mistrust misuse miter mix moan mold monitor monkey moo moonlight mop mortar
mortgage mottle mould mound mount mow muck muddle muff muffle mulch mull mumble munch munition murder murmur
muse muster mutiny muzzle nag nail name need needle neglect nest nestle nettle nickel nickname nip nitrate
nose notch note notice nudge nurse nurture nut object occasion offset oil omen orb orbit order ordinate
orient ornament orphan outcry outfit outline output outrage overburden overdrive overestimate overflow
overhang overhaul overlap overlay overload overlook override overrun overshoot overstrain overthrow overturn
overwork oyster pace pack package pad paddle padlock paint pair pall palm pan pander panel panic pant
pantomime par parachute parade paragraph paraphrase parcel pardon park parlay parody parrot parry partition
partner pass paste pasture patch patrol patronage patter pause paw peak peal peck peek peel peep peer peg
pelt pen pencil pension pepper perch perfume peril peroxide petition phone photograph phrase pick picket
pickle picnic picture pierce pig pigment pile pillory pillow pimp pin pinch pine ping pinnacle pioneer pipe
pique pirate piss pit pitch pitchfork pith pity pivot place plague plan plank plant plaster plat play pleat
pledge plight plod plot plow pluck plug plummet plunder plunge plunk ply point poise poison pole police
polka poll pommel pooch pool pop pore porter pose postmark postulate posture pot potter pouch pounce pound
powwow practice praise prance prank prattle preamble precipitate precondition preempt preface prefix
prejudice prelude premise presage press prey prick pride print prize prizefight probe prod proffer profit
progress project promise prop proposition prostitute protest prowl pry pucker puke pull pulp pulse pump pun
punch puncture punt pup purchase purge purl purport purse putt puzzle pyramid quail quake quarrel
quarterback quaver query quest question quickstep quilt quip quirk quiver quiz rabbit race rack racket
racketeer radio raft rafter rag rage raid rail rain rake rally ram ramble ramp ranch range rank ransom rap
rape rasp rat rate ration rattle ravage razor rebound rebuff rebuke recapture receipt recess recoil record
recount recruit redress reef reek reel referee refill reform refrain refund regard register regret rehash
reign rein reissue relay release relish remainder remake remand remark remedy remit remount rendezvous rent
reorder repair repeal reply report repose reprieve reprimand reprint reproach reproof repulse repute request
requisition rerun rescue reset resort respect respite rest result resume retard retch rethink retort retreat
retrospect return rev revel revenge revere reverence review revise revolt reward rewrite rhyme rib rice
ricochet riddle ridge ridicule riffle rig rim ring rinse riot ripple rise risk rivet roar robe rock rocket
roll romp roost root rope rot rout row rubbish rubric ruck ruffle ruin rule rumble rummage rumor rumpus run
rupture rush rustle rut sabotage sack sacrifice saddle safeguard sag sail saint salute salvage salve sample
sanction sand sandpaper sandwich sap sashay sauce savor savvy saw scab scaffold scale scalp scamper scan
scare scarf scent schedule scheme scoff scold scoop scorch score scorn scour scourge scout scowl scramble
scrape scratch scrawl scream screech screen scribble scribe scrimmage script scud scuff scuffle sculpture
scurry scuttle seal seam search seat sediment seed segment segregate sense sentence sequence serenade
service set shack shackle shade shadow shaft shamble shame shape share shark shave shear shell shepherd
shield shift shimmy shin ship shipwreck shirt shit shiver shock shop shovel shower shred shriek shrine
shrink shroud shrug shudder shuffle shunt shutter shuttle sidestep sieve sigh sight sign signal signpost
silence silhouette simmer sin singe sink sip sire sizzle skedaddle sketch skid skip skirmish skirt skunk
skylark slant slat slate slaughter slaver sleep slice slide slime sling slip slit slop slot slug sluice
slumber slump smack smash smear smell smile smirk smoke smolder smother snack snag snail snake snap snare
snarl sneer snicker sniff snigger snip snoop snore snort snow snowball snuggle soak soap soar sob sock sod
sojourn solace solder somersault sonnet sophisticate sorb sorrow soup souse sow spade span spark sparkle
spatter spear spearhead speck speed spell spice spike spill spite splash splatter splice splinter splutter
spoil sponge sponsor spoon sport spot spotlight spout sprain sprawl spray spree spring sprinkle sprint
sprout spume spur sputter spy squabble squall squash squawk squeak squeal squeeze squelch squire squirm
squirt stab stack staff stage stain stake stalk stall stammer stamp stampede stare startle station steam
steel steer stem step stereotype stick stifle sting stink stitch stockade stomp stool stoop store storm
straddle strafe straggle strain strand strap streak stream stress stretch stride strike string strip stripe
stroke stroll strop struggle strum strut stub stucco stud study stuff stump stunt stutter sub subcontract
subpoena subtitle succor suck suction suds sue suffix sugar suit sulfur sulk sulphur sup supplement supply
support surf surfeit surge surmise surprise surrender survey swab swallow swamp swan swap swarm swash swathe
sway sweat sweep swerve swig swindle swipe swirl switch swivel swoon swoop syndicate tack tackle tag tail
tailgate tailor taint talk tally tamper tangle tango tank tap taper tar tariff tarnish taste tat taunt tax
taxi tear tease tee teeter telegraph telephone telescope temper tenant tenure term terrace test tether
thatch thaw thermostat thirst thrash thread thrill throb throne throng throttle thrust thud thumb thump
thunder thwack thwart tick ticket tide tie tile tilt tin tinge tingle tinker tinkle tint tip tire title
titter toast toil toll tool torch torment torture toss touch tour tow towel tower toy trace track trade
trademark trail train tramp trample trance transfer transit transplant transport transpose trap travel
traverse tread treasure tremor trench trespass trick trickle trigger trill trip triumph troll trot trouble
truck trudge trumpet trundle trust tuck tug tumble tune tunnel turf turn tutor twiddle twig twine twinge
twinkle twirl twist twitch ultracentrifuge unbalance underestimate underline underscore undress update
upgrade uplift urge use usher vacation vacuum valet vault veil vein vent venture verge verse vest vet veto
view visit volley volunteer vomit voodoo vote vow wad wade waffle waft wag wage wager waggle wail waitress
wake wallop wallow wallpaper wane wangle warble ward warehouse warp warrant wash waste watch wattle wave
waver wax weatherstrip weave web wedge weed weld welter whack whale wharf wheel wheeze whiff whimper whine
whinny whip whir whirl whisk whisper whistle whiz whoop whore widow wiggle will wilt wince wind wing wink
winnow winter wire wisecrack witch witness wobble wolf wonder work worm worry worship wound wrack wrangle
wrap wreck wrench wrestle wriggle wring wrinkle yacht yank yap yawn yell yelp yen yield yoke zest zinc zip
zone zoom
"""

ADJECTIVES = """
abandoned abashed abbreviated abhorrent abiding abject ablated ablaze able abnormal abominable abounding
aboveground abrupt absent absentminded absorbed absorptive abstracted abstractive abundant abused
accelerated accelerating acceptable accepted accepting accompanied accompanying accomplished accrued
accumulated accurate accusing accustomed acoustical acquainted acquired acrobatic activated actual adaptable
adapted added addicted additional addlebrained addressed adequate adjacent adjectival adjoining adjusted
administrative admirable admissible adopted adroit adsorbed advanced advancing advantageous adventurous
adverse advertised advisable aerated aerobic aerodynamic aerosolized aesthetic affected affectionate
affianced affiliated affixed afflicted afire aflame aflare afloat aforesaid afraid aggressive aghast agile
agitated agricultural ailing aimless airborne airless airy akin alarmed alert alienated alight alive
alkaline alleged allied alligatored allocable allowable altered amazed amazing ambiguous ambitious
ambivalent amenable amended amiable amicable amoral amorous amorphous ample amused amusing anaerobic
analogous analytic analytical anastomotic anatomic ancestral ancient andean anemic anesthetized angelic
angry anguished angular anhydrous animallike animate animated annihilating annoyed annual anomalous anomic
anonymous another answering antagonistic antebellum anthropomorphic anti anticipated antithetical
antithyroid antitrust anxious apocalyptic apocryphal apologetic apostolic apparent appealing applicable
applied appointed appreciable appreciated appreciative approachable appropriate approved approximate apt
aqueous arable arbitrary arboreal arched archeological arching architectural ardent arduous argumentative
aristocratic armed armored aroused arranged arrogant arterial arteriolar articulate artificial artistic arty
ascertainable ashamed ashen aspiring assembled assertive assigned associated assorted assumed assured
asteroidal astonished astonishing astounding astral astronomical astute asymmetric asymptotic atheistic
atheromatous athletic atmospheric atomic atomlike atrophic atrophied attached attained attempted attentive
attired attractive attributable atypical audacious austere authentic authoritative authorized automatic
automotive autonomic available avenging avowed awaited awake awakened aware awed awestruck awkward axial
axiomatic babelike bacterial bad baffling baggy baked balanced bald balding baleful balking balled banal
bandaged bandy barbaric barbed bare baronial based bashful basic basophilic bated battered battleful beaded
beady beaming bearded beardown beaten beautiful bedfast bedraggled beefy befuddled beguiling behavioral
belated believable belowground bended beneficial benevolent bespectacled besplashed bestial bestubbled
bewhiskered bewildered bewitched biblical bibliographical big bigger biggest bilateral billowing bimolecular
binomial biochemical biographical biological biomedical bipartisan biting bitten bitter bizarre black
blackened bladed blanched bland blasphemous blasting blatant bleached bleak bleary blessed blighted blinded
blindfolded blissful blistered blithe bloated blockading bloodless bloodstained bloodsucking bloodthirsty
bloody blown bluish blunt blurred blushing blustery boastful boeotian bogartian bogus boisterous bold bonded
bony booked booted bordering bored both bottomless botulinal bound bounded bounding boundless bowed boxed
boyish braced brackish braided brainy branched branded brash brassy brave brazen breathless bright brilliant
brindle brisk britannic broad brocaded broke broken bronchial bronchiolar bronzed brown brownish bruised
brushed brushy brutal budgetary built bulging bulky bullnecked bunched buoyant burdened bureaucratic buried
burly burned burnt bursting bushwhacking bushy businesslike busted bustling busy buttoned buttressed buzzing
cackly cadaverous cagey calculated calculating called callous calloused calorimetric candid canonized
cantering capable capitalistic captivating cardiovascular carefree careful careless careworn carnal carpeted
carved carven cassocked casual catapultian catastrophic catatonic categorized causal causative ceaseless
celestial centered central centralized cerebral certain certified challenging chambered changed changing
chanted chantlike chaotic charged charitable charming cheap cheerful cheery cherished childish childlike
chinked chinless chipper chiseled chivalrous chockful choked choosy choreographic chromatographic chronic
chunky churchgoing churchillian churchlike churning cinematic circulating circumspect civic civil civilized
clad clammy clamorous clandestine clanging clanking clannish classificatory classless clattering clean
cleaned clear cleared clearheaded clerical clever clinched clinical clogged clogging clonic close closed
clothed clotted clouded cloudy clumsy cluttered coagulate coarse coarsened coastal coated coaxial cockeyed
cocky coexistent coherent cohesive collapsible collegiate colloidal colloquial colored colorful colorless
colossal columned columnlike combinable combined cometary comfortable comforted comforting commanding
commensurate committed common commonsense communal communicational communicative communistic comparable
compassionate compatible compelled compensatory competent competing competitive complete completed
complicated complimentary composed compressed compromising concave concealed conceivable concentrated
conceptual concerned concerted conciliating conciliatory concise concluding conclusive concordant
concretistic concurrent condemnatory condemned condensed condescending conditional confident confidential
confiding confining confirmed confiscate conflicting confused confusing congenital congested congestive
congratulatory congregational congressional conjoined conjugal conjugated connected connecting conscientious
conscious consequent conserving considerable considerate considered consistent consolidated consoling
consonantal conspicuous constrained constraining constricted constricting constructive consummate
consummated contemptible contemptuous contending contented contiguous continental continual continued
continuing continuous contractual contrasting contributing contributory contrived controlled controversial
convenient conventional conversational convex convicted convinced convincing convivial convulsive
cooccurring cooing cool cooled coordinated corporate corporeal correct correlated corresponding corrugated
corrupt cortical corticofugal cosmic costly counterbalanced countervailing countless countrywide countywide
courageous courteous covered cowardly cowled cracked crafty craggy cranky craved crazed crazy creamy creased
creative credible creditable creedal crested cringing crippled crippling crisscrossed critical crocked
crocketed crooked cropped cross crossed crotchety crowded crowned crowning crucial cruel crumbled crummy
crumpled crunched crushed crusted cryptic cuffed cultural cultured cumbersome cumulative curious curled
curly curricular cursed cursing cursory curtained curved curving custodial customary cute cylindrical
cynical dabbled damaging damn dangerous dank dapper dappled darned dashing dated dauntless dazed dazzling
deadened deafening deathlike debilitating decayed deceptive decisive declared declining decorative
decreasing dedicated dedifferentiated deducted deductive deep defective defensible defiant deficient
definable defined definite definitive deflated deformational deformed dejected delayed deliberate delicate
delighted delightful demanding democratic demonstrable demonstrated demure demythologized denominational
dense denuded departing departmental dependable depleted deplorable deposed deprecating deprecatory
depressed depressing deranged derisive derived descending descriptive desensitized deserted deserved
deserving designed desirable desired desolate despairing despicable despised despondent destroyed
destructive desultory detachable detached detailed detectable detected determinable determinate determined
determining devastating developed developmental devious devoted devout dexterous dextrous diachronic
diagnostic diagonalizable diaphyseal diatomic dictated different differentiable differentiated difficult
diffident diffuse diffused diffusing digestible dignified dilapidated diligent dilute dim dimensional
dimensioning diminished diminishing dingy diplomatic direct directed directing directional dirty disabling
disappointed disappointing disastrous discarded discernable discernible discerning disciplined disclosing
disconcerted disconcerting discontented discorporate discouraged discouraging discourteous discovered
discrete discretionary discriminate discriminating disdainful diseased disembodied disfigured disguised
disgusted disgusting disheartened disheartening disheveled dishonest disillusioning disintegrative
disinterested disjointed dismal dismayed dismaying dismounted disobedient disordered disorderly disorganized
disparate dispassionate dispersed displeased dispossessed disproportionate disputable disqualified
disruptive dissatisfied disseminating dissimilar dissolved distal distant distinct distinctive
distinguishable distinguished distortable distorted distraught distressed distressing distributive disturbed
disturbing divergent diverse diversified divided divisive divorced dizzy docile docked doctrinal dogged
dogging doglike dogmatic doleful domestic dominant dominated dominating domineering done doped dormant dosed
dotted doubtful downed downtrodden drafty dragging dramatic draped drastic draughty drawn dreadful dreamed
dreamlike dreamy dreary drenched dressed dressy dried drilled driven drizzling drowsy drugged drugless
drunken dry dual dubious dull dulled dumb dumfounded dumped duplicable durable dusky dusty eager eared
earned earsplitting earthbound earthlike earthshaking earthy eastern easy eaten ebullient ecclesiastical
economic economical ecstatic edematous edentulous edged edgy edifying educated educational effective
efficacious efficient effortless eight eighth elaborate elapsed elected electoral electric electrical
electrifying electromagnetic electronic electrostatic elegant elemental elementary eleven elfin eligible
elongate elongated eloquent elusive emaciated emancipated emasculate embarrassed embarrassing embedded
emblematic embodied emboldened embowered emergent emerging eminent emitting emotional emphatic emphysematous
empirical employed empty emulsified enabling enameled enchained enchanted endearing endless endothelial
endowed enduring energetic enervating enforceable enforced engaged engraved engrossed engrossing enigmatic
enjoyable enlarged enormous enraged enrolled ensuing entangled enterprising entertaining enthusiastic entire
entitled enveloping envious environmental enwrapped enzymatic eosinophilic epiphyseal epistolatory equal
equipotent equipped equitable equivocal erect ergotropic eroded erratic erroneous erudite erythroid escaped
esoteric essential established estimated estranged estranging eternal ethereal ethical etymological eugenic
euphoric evacuated evaluative evangelical evasive eventual every everyday evident evidential evolutionary
exact exaggerated exalted exasperated exasperating excellent exceptional excessive excitatory excited
exciting excruciating exempt exhausted exhausting exhaustive exhilarating existent existential existing
exotic expanded expanding expectable expectant expected expendable expended expensive experienced
experiential experimental explanatory explicit exploding exploratory exposed expository expressed
expressible expressionistic expressionless expressive expropriated exquisite extant extended extensive
external extinguished extra extralegal extramarital extraneous extraordinary extrapolated extravagant
exuberant exultant eyed eyelike fabled fabulous faced facetious facilitatory factual faded faint fair fallen
falling famed familiar famous fanciful fantastic faraway fascinated fascinating fashionable fastened
fastidious fatal fateful fatigued fattening favorable favored fearful fearless feasible feathered featured
featureless fecund federal feeble ferocious ferromagnetic fertile fertilized fervent festive fetching fetid
feudal feverish few fewer fibrocalcific fictional fictive fiendish fierce fiery fifty figurative filled
filmed filthy final financed financial fine finest fingered finicky finished finite fiscal five fixed
flailing flaring flashy flattened flawless flecked fleeing fleeting fleshy flexible flooded floral florid
flourishing fluent fluffy flushed foamy focal folded folksy follicular following fond foolhardy fooling
foolish foolproof footloose foppish forbidden forced forceful forceless foregoing foreign forensic
foreseeable forgetful forgotten forked forlorn formal formalized formed former formidable fortified
fortunate forty fouled fourth fractional fragile fragmentary fragmented fragrant framed frantic frayed free
freed freehand freewheeling frenzied frequent fresh friable fried friendly frightened frightful frigid
fringed frivolous frostbitten frothing frowzled frozen fruitful fruitless frustrated frustrating fueled
fugal full fumbling functional fundamental fungal funny furious furnished furry further furtive fusiform
fussy futile fuzzed fuzzy gabbling gainful galling galloping galvanic gaping garbed garbled gaseous
gastrointestinal gathered gauche gaunt gauntleted gay generalized generous genetic genial gentle gentlemanly
genuine geographic geographical geological geometric geometrical gerundial gesticulating ghastly ghostlike
ghostly gibelike gifted gigantic gilded girlish given glad glamorous glaring glassless glassy glazed gleeful
glinting glistening glittering global glomerular gloomy glorified glorious glottochronological gloved
glowering glued glum godforsaken godless godlike golden gone gorgeous gory governmental gowned graceful
gracious graded graduated grammatic grammatical grandiose granted granular granulocytic graphical grassroots
grateful gratified gratifying gratuitous gravid gravitational grayed greasy great greater greatest greedy
gregarious grievous grim grimy gritty grizzled groggy groomed grooved gross groundless grown gruesome gruff
grunting gubernatorial guided guileless guilty gullible gummy gymnastic habitable habitual hackneyed haired
hairless hairy hallowed halted handled handless handmade handsome handwoven handwritten hapless happy
harassed hardened hardworking harmful harmless harmonious harsh hasty hated hateful hatless haughty haunted
haunting hazy headed headless headstrong healthful healthy heard hearted heartening hearty heated heavenly
heavy hebephrenic hebraic hectic heedless hefty held helpful helpless hemispherical hemolytic henpecked
heraldic herculean hermetic hesitating heterogeneous heterozygous hidden hideous high higher highest hilar
hilarious hinder hired historic historical hitless hoarse homegrown homely homemade homeric homesick
homicidal homogeneous homozygous honest honorable honored hooked hopeless horrible horrid horrified
horrifying hospitable hot hoydenish huddled hued huge humane humanistic humble humiliating humorous hung
hungry hunted hurried hydrophilic hydrophobic hydrous hyperbolic hyperemic hyperfine hypertrophied
hyphenated hypoactive hypophyseal hypophysectomised hypothalamic hysterical iced icy idealized identical
identifiable identified idiomatic idiosyncratic idiotic idolized idyllic ignorant illegal illicit
illuminating illusionary illusory illustrated illustrative illustrious imaginative imagined imbued imitative
immaculate immaterial immature immediate immense imminent immoral impacted impaired impartial impassable
impassioned impatient impeccable impelled impending imperious impersonal impervious impetuous impious
implacable implicated implicit implied implike imploring important imposing impossible impotent impractical
imprecise impregnable impressive improbable improved improvised impudent inaccurate inactive inadequate
inadvisable inane inanimate inappropriate inaudible inboard incalculable incandescent incapable incarnate
incensed incertain incessant incisive inclined inclusive incoherent incompatible incomplete incomprehensible
inconceivable inconsequential inconsiderable inconsistent inconvenient incorporate incorrect increased
increasing incredible indebted indecent indefatigable indefensible indefinable indefinite indelible
indelicate independent indescribable indeterminate indifferent indignant indirect indiscriminate
indispensable indistinct indistinguishable individualistic individualized indolent indoor indubitable
induced indulgent industrial industrious ineffable ineligible inept inert inescapable inexcusable
inexhaustible inexorable inexpensive inexperienced inexplicable inexpressible inextricable infallible
infamous infantile infected infectious infective inferential infertile infested infirm inflamed inflammatory
inflated inflected inflexible influent influential informal informed infrequent infuriating ingenious
inglorious inhabited inherent inhibited inhibitory inhospitable inhuman inhumane injured innate inner
innocent innumerable inoperable inorganic inquisitive insane inscribed inscrutable insensitive inseparable
insignificant insistent insolent insoluble inspirational inspired inspiring instantaneous instinctive
institutional institutionalized instructional instructive instrumental insubstantial insufficient insulting
insuperable insurmountable intact integrated intelligent intelligible intended intense intensifying
intentional inter interchangeable intercontinental interdependent interested interesting interfaith
interlobular intermeshed interminable intermittent intermolecular internal international interpersonal
interpretable interpretative interrelated intersecting interspecies interstellar interstitial intertwined
interwoven intimal intimate intolerable intra intractable intradepartmental intrapulmonary intricate
intrinsic introductory introjected introspective intrusive intuitive invaluable inventive inverted
investigative invincible inviolate invisible inviting involuntary involved invulnerable iodinated iodinating
ionized irksome ironic ironical ironlike ironshod irreconcilable irreducible irrelevant irremediable
irreparable irresistible irresolute irresponsible irreversible irrevocable irritable irritating ish isolated
isothermal isotonic isotopic isotropic jaded jagged jammed jangling jarring jaunty jazzy jealous jetting
jeweled jewish jingling jocose joined jolted jouncing jovial joyous jubilant judicial juicy jumbled jumpy
keyed kidnaped killable kindled kinesthetic kinetic kittenish knifelike knightly knotted knotty
knowledgeable known labeled labile laborsaving laced lacerate lacking lactating lacy laden ladened ladylike
laid lamblike landlocked landscaped languid lanky lapsed large larger largest larval last lasting latched
latent latter lavish lawless lax lazy leaded leaden leading lean learned leathered leavened leering legal
legendary legged leggy legislative legitimate lengthy lessened lesser lethal levelheaded lewd lexical
lexicostatistic liable liberated licensed licked lifeless lifelike lifelong lifted lighted lighthearted like
limited limitless limp linear lined linguistic lipped listed listless literal literary lithe littered little
livable lively livid loaded loathsome lobular local located locked lofty logical logistic lone lonely
longstanding loose looted lordly loud lousy lovely loving low lower lowered lowly loyal lucid lucky
ludicrous lugubrious lukewarm lumbar luminescent luminous lumpish lunar lurid lurking luscious lusty
luxurious lyrical macabre machinelike macromolecular mad maddened maddening made magical magnetic
magnificent magnified main maintained majestic major maladroit malformed malign malposed mangled maniacal
manic maniclike manned mantic manufactured many marbleized marginal marital marked marketable married
marvelous massive masted masterly matched matching maternal mathematical matted mature maximal meager mean
meandering meaningful meaningless measurable measured meaty mechanical mechanistic mechanized mediate
medical medieval meditative meek megakaryocytic melodic melodious melodramatic memorable menacing mendacious
mental merciful merciless mercurial mere meritorious merry mesenteric messy metabolic metaphysical
meteoritic meteorological methodical metropolitan microbial micrometeoritic microscopic microsomal mid
midwestern migratory mild military mimetic mincing minded mindful mindless mineralized minimal minimized
ministerial miraculous misbranded miscellaneous mischievous miserable misguided misleading misplaced
misrelated missing mistaken misty misused mitral mixed moblike mocking modeled modern modernized modest
modified moist molal molecular molten momentary momentous monaural monkish mononuclear monophonic monotonous
monstrous monumental moonlit moralistic morose morphemic morphologic morphophonemic motional motionless
motivated mottled mountainous mounted mournful mousy moving muddied muddleheaded muddy muffled multi
multidimensional multilateral multiplied multitudinous mundane municipal murdered murky muscular mustached
mutational muted mutual mycenaean myeloid myocardial mysterious mystical mythic mythological nagging naive
naked named nameless napoleonic narrow narrowed nascent nasty national nationalistic natural naturalized
nauseated nautical naval near nearsighted neat nebulous necessary necrotic needed needless neglected
negligent negligible neighboring neo neocortical nerveless nervous netlike nettlesome neurological
neuromuscular neuronal neuropsychiatric neutral neutralized new newest nibbed nice nighted nightmarish
nihilistic nilpotent nimble nineteenth noble nociceptive nocturnal nodular noisy non nonassertive nonchalant
nonchurchgoing noncommissioned noncompetitive nonenzymatic nonequivalent nonexistent nonfunctional nonionic
nonlinguistic nonmetallic nonobservant nonparticulate nonparty nonpolitical nonproductive nonspecific
nonverbal nonvolatile normal northern nosed nostalgic noted noteworthy noticeable notorious nourished nubile
nuclear nucleate numb numbing numerical numerous numinous nutritional nutritive oaken obdurate obedient
objectionable obligated obligational obliged obliterate obliterating oblivious obnoxious obscene obscure
obsequious observable observant observational observed obsessed obsolescent obtainable obvious occasional
occipital occluded occupational occupied odd odious ohmic oiled oily old older oldest oleophilic oleophobic
olympic ominous omniscient onetime opalescent opaque open opened openmouthed operatic operating operational
opinionated opportunistic opposed opposing oppressed optical optimal optimistic opulent oratorical orbital
orchestral ordered organic organizational organized oriented ornamented ornate ornery orthodox orthographic
orthopedic osseous ostentatious other outclassed outdated outdoor outer outgoing outlined outlying outmoded
outraged outrageous outspoken outstanding overactive overbearing overconfident overcurious overdone
overgrown overhand overhanging overheated overloaded overlooked overpriced overprotective overriding
oversimplified oversized overt overturned overvaliant overwhelmed overwhelming owing own owned oxidised
packed padded paid painful painless painted paired pale paleocortical pallid palpable pampered panicked
panoramic papal papery papillary paradoxical paramagnetic parametric paramount parched pardonable parental
parked parliamentary parochial parrotlike parted particularistic passionate pasted pastelike patched
paternalistic pathetic pathless pathogenic pathologic pathological patriarchal patriotic patristic
patronizing paved peaceable peaceful peaked peaky peculiar pedagogical pedantic peevish pelvic penciled
pending penetrating pensive peopled peptizing perambulating perceived perceptible perceptive perceptual
perched percussive peremptory perfect perfumed perfunctory perilous periodic perky permanent permeated
perpetual perplexed perplexing persistent personal personalized perspiring persuasive pert pertinent
pervading pervasive perverse pessimistic pestered pestering pestilential petticoated pharmacological
philanthropic philological philosophic philosophical phonetic phonic phonologic phosphorescent photographic
physical physicochemical physiologic physiological pianistic pictured picturesque piezoelectric pigheaded
pinched piratical pitched piteous pithy pitiable pitiful pitiless pitying placating placid plagued planar
planetary planned planted plastered platitudinous platonic plausible playable played playful pleasant
pleased plentiful pleural pliant plumping pluralistic poetic poignant pointed pointing poised polar
polemical polished polite politic political polluted polycrystalline polytonal pomaded pompous ponderous
poor popular populated populous porous portentous positive possessed possible posthumous postponed postwar
potent powdered powdery powered powerful powerless practicable practical practiced practicing practised
prattling pre prearranged precarious precast preceding precise precocious preconceived precooked precooled
predetermined predictable predicted predictive predigested predisposed predominate preeminent preexistent
preferable preferential preferred pregnant prehistoric prejudiced prejudicial preliminary preliterate
premonitory preoccupied prepackaged preparative preparatory prepared prepositional preposterous prepubescent
prepupal prescribed presentable presentational preserved presidential presumed pretended prevailing
prevalent previous prewar priced priceless prickly primed primeval primitive printable printed prior
privileged prizewinning probable procedural processed proclaimed procreative prodigious produced productive
profane proficient profitable profound profuse projected prolific prolonged prominent promised promising
promotional prompt prone pronounced propagandistic proper prophetic propitious proportionate proposed
prosodic prospective prosperous prostrate protecting protective proteolytic protesting proto protogeometric
prototypical proud proved proverbial providential provisional provocative proximal proximate prurient
psychiatric psychical psychological psychopathic psychopharmacological psychotherapeutic pubescent
publicized published puckered puckish puffed pulled pulmonary pulsating pulsed pulseless pulverized
punctured pungent punishable punitive puny puppyish pure purified purposeful pursuant pursuing puzzled
puzzling pyknotic quaint quaking qualified qualitative quantitative quarrelsome quasi quavering queer
querulous questionable quiescent quilted quixotic racial racy radiant radiate radioactive raftered ragged
raised rampant random ranging rangy ranked raped rapid rare rarified ratable rationed raucous raw readable
ready realistic reasonable reassured reassuring rebelling rebellious reborn rebuilt recent receptive
reckless reclaimed recognizable recognized recommended reconciling reconstructed recorded recoverable
recreational rectangular recurrent reddish redheaded redoubled redoubtable reduced redundant reeking refined
reflective reformed refreshed refreshing refrigerated regal regardant regarding regenerating regimental
regional regular regulated regulatory rejected related relativistic relaxed relaxing released relentless
relevant reliable relieved religious reluctant remaining remarkable remedial remembered remorseful
remorseless remote removed remunerative rending renewed renewing repaired repayable repeated repentant
repetitious repetitive reported reposeful reprehensible representational repressed repressive reproducible
repulsive reputable reputed required researchable resentful residential resiny resistant resistive resolute
resolved resonant resounding respectable respected respectful respective respiratory resplendent responsible
restive restless restrained restricted restricting restrictive resublimed resulting retained retaliatory
retentive reticulate retired retiring retreating retrogressive revered revised rewarding rhythmic rhythmical
rich rickety ridden riddled ridiculous righteous rightful rigid rigorous rimless riotous ripe ripping risky
roasted robust rocklike rocky roiling rosy rotated rotating rotten rough roughhewn rounded rousseauan
rubberized rubberlike rubbery rudderless ruddy rude rudimentary ruffled rugged ruined ruinous ruled rural
rusted rusty ruthless rutted sacred sad sadistic sagacious sagging said salable salacious salivary salty
salubrious salutary same sanctified sandy sane sanguineous sarcastic sarcolemmal sardonic satanic satiate
satiric satirical satisfactory satisfied satisfying saturated saved scaled scalloped scampering scant
scarecrowish scared scarred scathing scattered scavenging scenic scented scheduled scholarly schoolgirlish
scientific sclerotic scorched scoreless scornful scoured scraggly scrambled scratched scratchy scrawled
scrawny screechy scriptural sculptural sculptured scurrying sear searching seated secluded secondary
sectioned secularized secure secured sedate sedentary seductive seeming seen seeping seething segmental
segregated seismic selected selective selfish semantic semiempirical semiliterate semiprecious semipublic
semiskilled senatorial senile sensational senseless sensible sensitive sensory sensual sensuous sentient
sentimental separable separate separated septic sequential serene serious serological serviceable servile
settled several severe sexual sexy shabby shackled shaded shadowed shadowy shaggy shaken shaky shameful
shaped shapeless shapely shared sharp shattered shaved shaven sheeplike sheer sheltered shielded shimmering
shiny shipshape shivery shocked shocking shod short shortened shortsighted shouldered showy shrewd shrewish
shrieked shrill shriveled shuddering shut sickish sickly signed significant silenced silent silky silvery
similar simple simplex simplified simplistic simulated simultaneous sincere sinewy sinful sinister sintered
sinuous sinusoidal situated sixth sizable sized sizzling skeletal skeptical skilled skillful slanted
slanting slashed slashing sleek sleepy slender sliding slightest slim slippered slippery slipping slivery
sloping sloppy slovenly slow sluggish sluicing slurred sly small smaller smallest smallish smart smashed
smeared smitten smoldering smooth smothered smothering smudged smug snappy snobbish snuggled soaked sober
sobering social socialistic socialized societal socioeconomic sociological sodden soft softened soiled solar
soled solemn soluble solved somatic somber sombre some somnolent sonorous sooty sophisticated sorbed sordid
sorrowful sorry sought soundproof southbound southeastern southern soviet spaced spacious spare sparse
spasmodic spatial special specialized specific specified speckled spectral specular speculative speedy
spellbinding spellbound spherical spidery spiked spineless spirited spiteful splashed splattered splendid
splintered splintery splitting spluttering spoiled spoken spongy spontaneous sporadic sporting spotless
sprawled sprightly squalling squared squashed squeaky stabbed stabilized stabilizing stacked staggering
stagnant stained stale stalked staminate stammering standardized startled startling starved stately
statesmanlike statistical statutory staunch steadied steady stealthy steamed stellar stemmed stentorian
stereophonic stereotyped sterile sternal sticking sticky stiffened stilted stimulating stinking stocky
stoical stolid stooped storied stormy straggling straightforward strained straitlaced stranded strange
strangled strategic stratified streaked streamlined strenuous stressed stretched strewn stricken strict
striking stringy striped strong structural structured struggling strung stubborn studded studious stuffed
stuffy stumbling stung stunned stunning stupefying stupendous sturdy stylistic stylized suave subdued
subgross subhuman subjective sublime subliterary submerged submissive subordinator subsequent subservient
subsidized substantial subsurface subtle suburban suburbanized succeeding successful successive such sudden
sufficient suffocating suffused suggested suggestive suitable suited sullen sultry sumptuous sunbaked
sunburnt sundry sunken sunny sunshiny sunstruck suntanned superb supercilious superficial superimposed
supersonic superstitious supine supplemental supplementary supportive supposed supreme surfeited surging
surly surmounted surprised surprising surrounded surrounding surviving susceptible suspended suspicious
swaggering swallowed swamped swarming swart swarthy swaybacked swaying sweaty sweet swelled sweltering swift
swingy swirling swishing swollen sworn symbolic symmetric symmetrical sympathetic symphonic symptomatic
synchronous synergistic synonymous syntactic syrupy systematic tactile tactual tagged tailored taken
talented talismanic talkative talky tall tame tangential tangible tangled tanned tantalizing taped tapered
tarry tasteful tattered taut tawdry tawny taxable taxing taxpaying technical technological tedious teenage
teensy telegraphic tenable tender tenebrous tensional tensionless tentative tenuous tepid terrestrial
terrible terrific terrified terrifying terse tested teutonic textured theistic thematic theological
theoretical thermal thermodynamic thermogravimetric thermometric thermostated thick thickened thickspread
thin thirsty thoriated thorough thoroughgoing thoughtful thoughtless threadbare threatened threatening
thrifty thrillful thrilling thriving thrombosed thronged thudding thundering thunderous thyroidal thyrotoxic
tied tightened tiled tilled tilted timbered timed timeworn tinted tiny tipped tipsy tired tireless tiresome
tiring titanic titillating titled tittering toiling tokenish tolerable tolerant tonal toned tongued topical
topnotch topographical topped toppling tormented torn torpid tortuous tortured totalistic totemic tottering
touched tough touring tousled toxic traceable traditional tragic tragicomic trained traitorous tramping
trampled tranquil trans transcendent transcendental transcultural transformed transitional translucent
transmissible transmitted transparent transpiring transplantable transverse trapped traveled treacherous
treasured treated tremendous triangular tribal trichrome trigonal trite triumphant trivial trophotropic
tropical troubled troublesome truculent true trusted trustworthy truthful trying tubular tumultuous tuned
tuneful turbulent turned tuxedoed tweedy twisted two twoscore typical typographic ubiquitous ugly ulcerated
ultimate ultra ultramodern ultrasonic unabated unable unacceptable unaccountable unachievable unadjusted
unaffected unafraid unaided unalterable unambiguous unanimous unanswered unarmed unasked unassisted
unasterisked unattached unattractive unauthentic unauthorized unavailable unavailing unavoidable unaware
unbearable unbelievable unbidden unborn unbounded unbreakable unbroken unbuttoned uncanny uncaused uncertain
uncertified unchangeable unchanged uncharged uncheckable unclaimed unclean unclouded uncombable
uncomfortable uncommon uncompromising unconcerned unconditional unconditioned unconnected unconquerable
unconquered unconstitutional uncontrollable unconventional unconvincing uncooperative uncousinly uncritical
undamaged undaunted undeclared undeniable undepicted undercover underdeveloped undereducated underhanded
underlying underprivileged undersea understandable understood underwater underway undeveloped
undifferentiated undigested undiluted undiminished undisguised undisputed undisturbed undone undrinkable
undue undulate uneasy uneconomical unending unendurable unenthusiastic unerring uneven unexpected
unexplainable unexplained unexplored unfair unfaithful unfaltering unfamiliar unfastened unfavorable
unfertile unfertilized unfettered unfit unfitting unfixed unforeseen unforgettable unfrosted unfrozen
ungainly ungodly ungrateful unguided unhappy unhealthy unheated unheeded unheeding unholy unhurried unhurt
unified uniformed unilateral unimaginable unimaginative unimpaired unimpassioned unimpeachable unimportant
unimposing unimpressed unimpressive unimproved uninitiated uninjectable unintelligent unintended
uninterrupted uninvited uninvolved unique united univalent universal universalistic unjust unkind unlawful
unlike unlikely unlimited unlined unliterary unloaded unlocked unlovely unlucky unmalicious unmarried
unmated unmeritorious unmistakable unmixed unmolested unmoved unnatural unnecessary unneeded unnoticed
unnourished unnumbered unobtainable unoccupied unofficial unopposed unorthodox unpaid unpaintable unpaired
unparalleled unpatriotic unpaved unperformed unpicturesque unpleasant unplowed unplumbed unpopular
unprecedented unpredictable unpremeditated unprepared unpretentious unproblematic unprocurable unpromising
unprotected unprotesting unpublished unpunished unqualified unready unreal unrealistic unreasoning
unrecognizable unrecognized unreconstructed unredeemed unreeling unreflective unregretting unrelated
unreleased unreliable unremarkable unrequited unresponsive unrestricted unrevealing unruly unsaid
unsatisfactory unsaturated unscathed unscientific unscrupulous unseeing unselfconscious unselfish unservile
unsettled unshakable unsharpened unshaved unshaven unshielded unsigned unsloped unsmiling unsold unsolved
unspeakable unspoken unstable unstained unstilted unstressed unstructured unstrung unsuccessful unsuitable
unsuited unsung unsympathetic untellable untenable untested unthematic untold untouched untoward
untraditional untrammeled untried untrue unused unusual unvarying unventilated unwanted unwarranted
unwavering unwed unwelcome unwilling unwise unwitting unwomanly unworn unworthy unwrinkled unwritten
upcoming uplifted upper upraised urban urbanized urgent urinary usable useable used useful useless usual
utter vacant vacuolated vague vain valiant valid valuable valued valueless vanished varied variegated
various varying vascular vast vehement veiled veined velvety venerable verbal veridical veritable vernal
versatile vertebral vesicular viable vibrant vibrionic vicarious vicious viennese vigorous vile villainous
vindictive violent virile virtual virtuous virulent visceral viscoelastic viselike visible visored visual
vital vivacious vivid vocalic vocational vociferous voiced volumetric voluminous voluptuous votive vulgar
vulnerable vulpine wacky wailful wainscoted wakeful walled warlike warm warmed warped wary washed wasted
wasteful watchful watery wavy waxed waxen waxlike wayward weak weakened wealthy wearied wearisome weary
wearying weighted welcome welcoming western wet wheezing whining whiskered whitewashed wholesome wicked
widespread widowed wifely wild willful wilsonian wily windblown windy winless wintry wired wiry withered
witty wobbling woeful wolflike wonderful wonderworking wooded wooden woolly wordy workable working
workmanlike worldly worldwide worn worried worshiping worthless worthwhile worthy woven wraithlike wrapped
wrathful wreathed wrenching wretched wrinkled writhed writhing written wry yelled young younger youngish
youthful zodiacal
"""

ADJECTIVES_AND_NOUNS = """
abdominal aberrant absolute abstract absurd academic accessory accidental accusative aching acid acting
active acute adamant additive adept adherent adhesive adjective adjunct adolescent adrenal adult adverbial
aegean aerial afferent afghan african agape aged agglomerate aggregate alabaster algerian alien aliquot
alpha alternate alternative alveolar amateur amber american ammoniac analeptic analogue anatomical anglican
anionic annoying antecedent anterior antibiotic antic antique antiseptic appalling approaching arch arctic
argive arguing aristotelian arithmetic armchair ascending aspirant assistant astringent atheist atlantic
attendant attic audible authoritarian autumn auxiliary average babbling babylonian backstage backwoods
baffled ballooning bamboo banging bankrupt banner baptist barbarian baroque barren bass batwing bawdy bay
bearing beetle beginning behind belgian belligerent beloved bending beneficiary bent beta betrothed bias
bilingual billion binding bittersweet blank blaring blazing blind blinking blistering blond blonde blooming
blue bluff boiling bolshevik bombproof boon borderline boring born boss bouffant bouncing bovine bracing
brag brazilian breakable breakaway breaking breathing breeding brief british brittle broadcast broadside
bronze brooding brute bucolic buddhist buff buggy bulk bully bum burning bush bust bygone californian caller
calm calming canadian canonist capillary capitalist captive cardboard cardinal caressing carping cartesian
casebook catching cathedral catholic cautious cc celtic centenary centennial ceramic chance characteristic
charcoal charnel chattering cheering chemical chestnut chic chief chilling chilly chinese choice choking
chosen christian ciliate circular civilian classic classical classified cleansing cleft closer closing
coaxing cognate cold collective colombian colonial colour combatant comic coming commercial commonplace
communist compact comparative complementary complex composite comprehensive compulsive concrete confederate
confluent connective conservative consonant constant constituent constitutional consumptive contemplative
contemporary content continent contingent contraband contrabass contraceptive contradictory contralto
contrary controlling converse convertible cooperative coordinate coral cordial corinthian corporal correlate
correspondent corrosive costume counter cozy crack cracking crackle crackling craven crawling creaking
creeping crescendo criminal crimson crisp crisscross crude crushing crying cuban cubist cunning curdling
curling current custom cutting dainty damned damp dancing danish daring dark darkening darling dead deaf
dear decadent deceased declarative deductible deepening defensive degenerate delicious deltoid demonstrative
dental departed dependent deputy derivative descendant descendent desperate determinant deterrent developing
deviant deviate devotional diabetic diagonal dialectic dietary differential digestive diminutive dipylon
directive disabled disarming discomfited discontent divine doctrinaire documentary doomed double downcast
downhill downtown dozen drab dread drifting dripping driving drumhead drunk due dun duplicate dutch
dwindling dying dynamic earnest east eastward eatable ebony eccentric eclectic editorial egocentric eighteen
eighteenth eighty elastic elder elderly eldest elevated eleventh elite elizabethan ellipsoid emeritus enemy
english enlightened enough ephemeral epic epidemic epileptic equivalent erotic ersatz esthetic ethiopian
ethnic eurasian european everlasting evil ex excess exclusive executive existentialist expedient expert
explosive exterior extraterrestrial extreme faery fairy faithful fake fallow faltering fanatic fancy fascist
fat fatty favorite feline fell fellow felt female feminine festering fifteen fifteenth fifth fiftieth
fighting filipino firm fit fitting flaming flashing flat fledgling fleet flimsy flint flip floating
florentine flowering flowing fluorescent flush fluttering flying foreboding forfeit formative forte foul
found four fourteen fourteenth frail frank freelance freezing french freshman freudian frightening fringe
front frontal frontier fugitive fun functioning fundamentalist future gaelic gallant galvanizing gathering
gaudy general gentile georgian german germinal giant gilt giving gleaming glowing going gold good gossamer
governing gradual graduate grand graphic grasping grating grave gravel gray grecian greek green greenhouse
greening grey grotesque growing grownup grumbling guatemalan guerrilla guttural haggard half handicapped
handy hardy harmonic hawaiian hazel healing heaving heavyweight hebrew hegelian hellenic heroic hex
hijacking hip hollow hollywood homebound homosexual honey hopeful horizontal hostile household howling human
humanist humanitarian hundred hungarian hurling hurrying hurt husky hyaline hypothetical icelandic ideal
idle ill illegitimate illiterate imaginary imbecile imitation immortal imperative imperfect imperial
impressionist impromptu in inaugural incident incidental incoming incompetent incurable indian individual
individualist inevitable inferior infernal infinite infrared initial initiative inquiring inside instant
instinct insured intangible integral intellectual intensive intent interfering interim interior interlocking
intermediate interrogative interstate invalid invariable invariant inverse ionic irish iron irrational
irregular isolationist israeli italian italic jacksonian jade jamaican japanese jeffersonian jerking jerky
jesuit jet joint jolly jungian junior jutting juvenile k keen key khaki killing kindred kneeling knowing
korean kosher l laggard lao lashing latest latin lavender leaning leaping least led left legion lengthening
lessening liberal libertine light lightweight lilac limiting lingering lingual liquid listening lit literate
living longhand looking lost lowering lowland lunatic lush luxury lyric m magic maiden maimed makeshift male
mammalian mammoth mandatory maniac manifest manifold manual marching marine maroon martial martian marxist
masculine mat material mauve maximum mechanic meddling median mediterranean medium melancholy melting menial
mercenary merging metal metallic methodist mexican middle midway midweek militant million mineral miniature
minimum minoan minor mint missionary mobile mock modal moderate moire monastic moneymaking monochrome
monotone monthly moral morning moroccan mortal mosaic motivating motive motor much multiple mum murmuring
musical musing must mutant mute muttering myriad mystic narrative narrowing nasal natal native nazi
neanderthal negative negro negroid neoliberal net neurotic neuter newborn newtonian nine nineteen ninety
ninth no nominal nonconformist nondescript none nonpartisan nonresident nonsense north northeast northerly
northward northwest notable novel nude null nutrient nymphomaniac objective oblique occidental occlusive
ocher ocular offbeat offensive official offstage ok okay olive oncoming one opening operative opponent
opposite optimum oral orange orderly ordinary oriental original outcast outlaw outside oval overall overcast
overhead overlapping overweight pacific pagan paling panting paperback parallel paranoid parasympathetic
parisian partial particular particulate parting partisan passing passive past pastel pastoral pasty patent
payable pearl pearly pectoral pedigree peeling penultimate perennial periodical peripheral pet petite
phantom pharmaceutical philharmonic phony pictorial pilot pink pinpoint pituitary plain plastic pleading
pleasing plodding plumb plump plush pm polish port portable portuguese positivist possessive post posterior
potential pragmatic precedent premiere premium prerequisite prescription present pressing pretrial
preventive prickling primary prime principal private privy pro probing prodigal professional progressive
projectile propagandist proportional protestant protozoan provincial pseudo psychic psychotic public puff
pulsing punk purging purple pursued pushing pussy quack quadruple quarterly questioning quicksilver quiet
quivering racist radial radical raising rallying rasping rational rattling raving reactionary rear rearing
rearward reasoning rebel receding reciprocal reclining recluse red reflex refractory regulation rejoicing
relative representative reprobate republican reserve resident residual resultant retail retarded retinal
retrospective revealing reverend reverse reversible revolutionary right rising ritual rival roaring roast
rolling roman romance romantic rose rotary rotting round roundabout rousing routine rowdy royal rubber ruby
ruling rumanian runaway running rushing russet russian rust rustic rustling sabine sable safe sage sailing
salient saline sallow salmon salt sapphire satellite saute savage saving savory scandinavian scanty scapular
schematic schizophrenic scholastic scolding scrap scratching screaming screeching scrub seafaring seasonal
sec second secret secular seeking self semi senior serial seven seventeen seventeenth seventh seventy
shaking shallow sham shaping shattering shed shifting shining shivering shrilling shy siamese sicilian sick
silly silver singing single singsong singular sinning sitting six sixteen sixteenth sixty skim skinny slack
slain slapstick slavic sleeping slick slight slum smiling smoking sneak sneering snoring snub snug soaking
soaring socialist softening sole solid solitary solo solvent sophomore soprano sore sorrel sound sounding
sour sourdough south southeast southward southwest sovereign spanish sparkling speaking spectacular spic
spiral spiritual split sprawling spread spreading square squat squint stable stalking standard standby
standing staple star starboard starting starving state static statuary statute steep stereo sterling stern
stiff stimulant stinging stirring stoic stout straightaway straining strait straw stray streaming stretching
stupid subconscious subject submarine subordinate substantive substitute sudanese suffering sulky summary
sung super superior superlative supernatant supernatural supporting surplus swagger sweating swedish
sweeping sweetheart swell swelling swimming swinging swish swiss synthetic syrian taboo tan tapering tart
taunting teasing teen telling telltale temporal temporary ten tending tenor tense tenth terminal territorial
testimonial texan textile theatrical therapeutic thickening thieving third thirteen thirteenth thirtieth
thirty thousand three throbbing thumping tibetan timid tingling tinsel tiptoe token top torturing total
totalitarian touching traditionalist trampling traveling treble trembling tricolor trim triple tudor
tumbling turbinate turkish tutorial twelfth twelve twentieth twenty twilight twin twinkling twisting
ukrainian ultraviolet umbrella unconfessed unconscious underground undesirable unemployed unfortunate
uniform uninitiate union unitarian unknown unseen upbeat upland upright upset uptown utilitarian utility
utmost utopian v vagabond vanishing variable variant velvet vermilion vertebrate vertical veteran veterinary
victorian violet virgin virtuoso visiting vocal void volatile voltaic voluntary wailing waiting walking
walloping wan wandering waning warming waterproof waving waxing weakening weather wed wee weekly weeping
weird west westerly westward whipping whirling whirring white whole wildcat willing winding winning wise
withering wizard wobbly woolen worse worst worth wounded wrong yankee yawning yearly yelling yellow yielding
zero zigzag zionist
"""

ADVERBS = """
abed ably abnormally aboard about above abroad abruptly absently absentmindedly absolutely academically
accidentally accordingly accurately accusingly acoustically across actively actually acutely ad adamantly
additionally adequately admirably admittedly adroitly advisedly afar affably affectingly affectionately
afoot aft after afterward afterwards again aggravatingly agilely ago agreeably ahead ahorseback aimlessly
airily alarmingly alertly alfresco algebraically alike all almost alone along aloof aloud already also
alternately alternatively although altogether always amiss amply anachronistically analogously analytically
anatomically anciently anew angrily annually anxiously any anyhow anymore anyway anywhere apart apiece
apologetically apparently appreciably appropriately approvingly approximately arbitrarily around arrogantly
artfully artificially artistically as ashore aside asleep assuredly astonishingly astray astride
asymmetrically asymptotically atonally atop atrociously attentively aurally auspiciously authoritatively
automatically away awful awfully awhile awkwardly awry axially backward backwards badly bannerlike barefoot
barely basically bc beautifully before believably belligerently below beneath besides best better between
bewilderedly bewilderingly beyond bitterly blandly bleakly blindly blissfully blithely boastfully bodily
boldly bravely brazenly breathlessly briefly brightly brilliantly briskly broadly brotherly busily but by
calculatingly callously calmly candidly carefully carelessly caressingly casually catastrophically causally
cautiously centrally ceremonially certainly characteristically cheerfully chemically chiefly childishly
chronologically classically cleanly clearly cleverly clinically clockwise closely clumsily coarsely coldly
collectively comfortably comically commendable commercially commonly comparatively compassionately
competently competitively completely comprehensively compulsively conceivably conceptually conclusively
concretely confidentially confidently consciously consecutive consequently conservatively considerably
considerately consistently conspicuously constantly constructively contemptuously contentedly continually
continuously contradictorily conveniently conventionally conversely convincingly convulsively coolly
correctly correspondingly cortically cosily covertly crazily creatively critically crudely cruelly
culturally curiously currently curtly curvaceously customarily daily daintily dandily dangerously darkly
deadly dearly deathly decent decently deceptively decidedly decisively deeply definitely deliberately
delicately deliciously delightfully deliriously demandingly demonstrably denominationally deplorably
despairingly desperately determinedly devilish dexterously dialectically diametrically differently
diffidently diffusely dimly directly disconcertingly discreetly dismally dispassionately disregardless
distally distastefully distinctively distinctly distractedly disturbingly divinely dizzily doctrinally
doggedly dogmatically dominantly doubly doubtless dourly down downright downstairs downstream downward
downwind dramatically drastically dreadfully dreamfully drearily drowsily drunkenly dryly dully duly each
eagerly earlier earliest early earnestly easily economically edgewise editorially effectively effectually
efficiently effortlessly either elaborately electrically else elsewhere eminently emotionally emphatically
empirically encouragingly endlessly enduringly energetically engagingly enormously enthusiastically entirely
enviably equally erratically especially essentially etcetera eternally even eventually ever everlastingly
everywhere evidently exactly exceedingly excellently exceptionally excitedly exclusively exhaustively
expansively expectantly experimentally explicitly explosively expressively expressly extensively
extraordinarily extravagantly extremely exultantly facetiously faintly fairly faithfully false familiarly
far farther farthest fascinatingly fast faster fatally favorably fearfully ferociously fervently feverishly
fiercely figuratively finally financially finely firmly first firsthand flamboyantly flatly focally fondly
foremost forever formally formerly forth forthright forthwith fortunately forward fourfold frankly
frantically freely frenziedly frequently freshly frowningly fully fundamentally furiously furthermore
furtively fussily gaily gaspingly gayly generally generously gently genuinely geographically gingerly
girlishly glibly gloomily gloriously goddam goddamn goddamned gracefully graciously gradually grammatically
grandly graphically gratifyingly gratuitously gravely greatly greedily greenly grimly grossly grotesquely
grudgingly guiltily habitually haggardly halfway haltingly haphazardly happily hard hardly harmlessly
harshly hastily hatefully haughtily headlong healthily heartily heavily helpfully helplessly hence
henceforth here hereabouts hereafter hereby herein hereinafter heretofore hesitantly hideously highly
hilariously historically hither hitherto hoarsely home homeward homogeneously honestly honorably hopefully
hopelessly horribly horrifyingly horseback hourly how however humanely humbly hurriedly hyperbolically
hypothalamically hysterically ideally idiotically idly imaginatively immediately immensely impatiently
impeccably imperceptibly imperfectly importantly improperly impudently inadequately inadvertently
incidentally incompletely inconveniently increasingly incredibly incurably indeed indefinitely independently
indifferently indignantly indirectly indiscriminately individually indoors industriously ineffectively
ineptly inescapably inevitably inexorably infinitely informally initially insanely insidiously
insignificantly insofar insolently instantly instead instinctively insufficiently intellectually intensely
intensively intentionally intently interdepartmental interestingly internally internationally intimately
intramuscularly intrinsically invariably inversely inveterate inward inwardly irrationally irregularly
irrespective irritably jocular jointly jubilantly jurisprudentially just justifiably justly keenly kinda
kindly kinesthetically largely lastly late lately later laughingly lavishly lazily legally legitimately
leisurely lengthily lengthwise less lest liberally lightly likely likewise linearly lingeringly lingually
linguistically listlessly literally locally logically long longer loosely lopsidedly lots loudly lovingly
loweringly luckily lustily luxuriously macroscopically madly magnetically magnificently mainly majestically
manifestly marginally markedly marvelously materially mathematically maybe meanwhile mechanically medically
meekly mellowingly mentally mercifully merely merrily methodically meticulously microscopically mighty
mildly militarily miraculously miserably mistakenly moderately modestly momentarily morally more moreover
morosely mortally most mostly mournfully movingly musically mutely mysteriously nakedly namely narrowly
nationally nationwide naturally nay nearby nearer nearest nearly neatly necessarily needlessly neither
nervously never nevertheless newly next nicely nimbly noisily nominally nonetheless nonspecifically normally
not notably noticeably notoriously notwithstanding now nowhere nowise obediently obligingly obscurely
obstinately obviously occasionally oddly off officially offshore often oftentimes ominously on onboard once
only onshore onward openly operationally optically orally ordinarily organically originally ornately
ostensibly otherwise out outdoors outright outstandingly outward outwardly over overboard overnight overseas
overtime overtly overwhelmingly painfully palpably paradoxically partially particularly partly passionately
passively paternally patiently peacefully peculiarly perchance perennially perfectly perfunctorily perhaps
perilously periodically peripherally permanently perpetually persistently personally perversely petulantly
philosophically phonemic photographically physically pictorially piteously pitilessly pityingly placidly
plainly plaintively plastically pleasantly plenty plum politely politically pompously poorly popularly
positively possibly potentially powerfully practically precious precisely predominantly preferably
preferentially presently presto presumably pretty previously primarily primly principally privately probably
prodigally profanely professedly professionally profitably profoundly profusely progressively prominently
promptly properly prophetically proportionally proportionately protectively proudly psychically
psychologically publicly pungently purely purportedly purposely qualitatively quantitatively quaveringly
querulously questioningly quick quicker quickly quietly quite radically rakishly randomly rapidly rarely
rather rationally raucously readily real realistically really reasonably reassuringly rebelliously recently
recklessly redly reflectively reflexly regardless regionally regretfully regularly relatively relentlessly
reliably religiously reluctantly remarkably repeatedly reportedly reproducibly reprovingly resentfully
resignedly resolutely respectively responsibly restively restlessly rhythmically richly ridiculously
rightfully rightly rigidly rigorously rollickingly roughly roundly routinely rudely ruefully sadly safely
satirically satisfactorily savagely scarce scarcely scathingly scholastically scientifically scorching
scornfully scrupulously secondarily secondhand secondly secretly securely sedulously seemingly seldom
semantically sensibly separately serenely seriously severely sexually shamefacedly sharply shockingly
shortly shrewdly shrilly shyly sidelong sidewise significantly silently similarly simply simultaneously
sincerely singly singularly skillfully slantingly slantwise sleepily slightly slowly sluggishly smilingly
smolderingly smoothly snugly so soberly sociably socially softly solely solemnly solidly someday somehow
someplace sometime sometimes somewhat somewhere soon sooner soothingly sopping sorely soughingly soulfully
sourly sparsely spatially specially specifically spectacularly speculatively speedily spiritually splendidly
spontaneously squarely staccato staggeringly stark statistically steadfastly steadily stealthily steaming
steeply stepwise sternly stiffly still stolidly stonily stoutly straight strangely strenuously strictly
strikingly strongly structurally stubbornly studiously stupidly subconsciously subsequently substantially
subtly successfully successively succinctly suddenly sufficiently suitably sulkily sullenly superbly
superficially supposedly supra supremely sure surely surprisingly surreptitiously suspiciously sweetly
swiftly symbolically symmetrically sympathetically syntactically systematically tactically tactually
tangibly tantalizingly tartly tearfully technically technologically temporarily tenaciously tenderly tenfold
tensely tentatively tenuously terribly tersely testily theatrically then thence thenceforth theoretically
there thereafter thereby therefor therefore therefrom therein thereof thereon thereto theretofore thereunder
thereupon therewith thermally thermodynamically thickly thinly thither thoroughly though thoughtfully thrice
through throughout thus tight tightly timely timidly tiredly today together tomorrow tonight too totally
traditionally tragically tranquilly transversally transversely tremendously triumphantly truly trustfully
tunelessly twice twirlingly twofold typically ultimately ultrasonically unaccompanied unambiguously
unanimously unashamedly unavoidably unawares unblinkingly unceasingly uncertainly uncomfortably
unconcernedly unconditionally unconsciously uncontrollably under underfoot understandingly undoubtedly
unduly uneasily unequally unequivocally unerringly unevenly unexpectedly unfalteringly unfortunately
unhesitatingly unhurriedly uniformly unimpeachably unintentionally uninterruptedly uniquely universally
unluckily unmanageably unmistakably unnecessarily unobtrusively unpleasantly unpredictably unqualifiedly
unquestionably unquestioningly unrealistically unreservedly unsmilingly unsteadily unsuitably unthinking
unusually unutterably unwisely unwittingly up uppermost upstairs upstate upstream upward upwards urgently
uselessly usually utterly vacantly vaguely variously vastly very victoriously vigorously violently virtually
visibly visually vitally vividly vocationally vociferously volumetrically voluntarily warily warmly
watchfully ways weakly wearily weirdly well westwards when whence wherefore wholly why wickedly wide widely
wildly wilfully wisely withal within wittingly woefully wonderfully wondrous wondrously woodenly wordlessly
worriedly wrathfully wrongly wryly yearningly yesterday yet yonder
"""

VERBS = """
abet abhor abide abolish abound abridge abrogate absorb abstain accede accelerate accentuate accept
acclimatize accommodate accompany accomplish accord accost accredit accrue acculturate accumulate accuse
accustom achieve acknowledge acquaint acquiesce acquire acquit activate actuate adapt add adhere adjoin
adjourn adjust administer admire admit admix admonish adopt adore adorn adsorb advertise advise aerosolize
affect affirm afford aggravate agitate agree alienate align allege alleviate allocate allot allow
alphabetize alter amass amaze amend amplify amputate amuse analyse analyze animize annihilate announce annoy
antagonise antagonize anticipate apologize appear appease append applaud apply appoint apportion appraise
appreciate apprehend approve arbitrate archaize argue arise arouse arraign arrange arrive arrogate ascend
ascertain ascribe ask aspire assail assemble assert assess assign assimilate assume assure astonish astound
atone attach attain attend attest attract attune augment authenticate authorize automate avenge avert avoid
await awaken bake balkanize banish baptize bask bawl be bear beat beautify beckon become bedamn befall befit
befog befriend befuddle beg beget begin beguile behave behead behold behoove belabor belie believe belong
bemoan berate beseech beset besiege besmirch bespeak bestow bethink betray bewail beware bewilder bewitch
bide bilk bind birthe blab blacken blanch blaspheme bleed bless blink blurt bode boggle boil bore borrow
bother breathe brighten bring broaden browbeat bruit build burgeon burn bury bushwhack buy calcify calculate
calibrate call calumniate canonize capitalize capitulate captivate carry carve castigate catch catechize
categorize cater cavort cease celebrate centralize cerebrate certify characterize cherish chide chivy choke
choose choreograph chuff circulate circumscribe cite clarify classify cleanse cleave climb cling clomp
clothe coalesce coddle codify coerce coexist cohere coincide collaborate collate collect colonize combine
come commandeer commemorate commence commend commiserate commit communicate communize commute compare compel
compensate compete compile complain complicate comply compose comprehend comprise compute conceal concede
conceive conciliate conclude concoct concur condemn condense condone confer confess confide confine confirm
conform confound confront confuse congeal congratulate congregate conjoin connect connote conquer consider
consign consist consolidate conspire constitute constrict construct construe consult consume contain
contaminate contemplate contend continue contradict contribute contrive convene conventionalize converge
convey convince convulse cooperate correspond corroborate corrode cosponsor could counteract
counterchallenge covet cower cram crave crawl create creep cremate cringe criticise criticize croon crucify
crumble crumple crystallize culminate cultivate curtail cut dabble dampen dangle dare darken daunt deaden
debilitate deceive decelerate decentralize decertify decide declaim declare decompose decorate decry
dedicate deduce deduct deem deepen defecate defend defer define defraud defray defrost defy deglycerolize
degrade deign delimit deliver delude delve demarcate demean democratize demolish demonstrate demote
demythologize denote denounce deny depart depend depersonalize depict deplore deploy depose deprave depress
deprive deride derive descend describe desecrate deserve designate despise despoil destine destroy detach
detain detect deter deteriorate determine detest detonate detract detribalize devastate develop devise
devote devour diagnose dialyze die differ differentiate dig dignify digress dilate diminish dine disable
disabuse disagree disallow disappear disappoint disapprove disarm disassemble disband disbelieve disburse
discern disclose discontinue discourage discover discuss disenfranchise disengage disentangle dishearten
disintegrate disinter dislodge dismember dismiss disobey disown dispel dispense disperse displace dispose
disprove disqualify disrobe disrupt dissect dissemble disseminate dissipate dissuade distill distinguish
distort distract distribute disturb diverge divert divest divide divulge do dominate domineer donate drag
dramatize draw drill drip drown dump dwell dwindle earn eat economize edify edit educate efface effectuate
effloresce eject elapse elate elect elevate elicit eliminate elucidate elude elute emanate emancipate embark
embarrass embed embellish embezzle embitter embody embolden emboss embroider embroil emerge emigrate emit
emphasize employ empower emulate enable enact encamp encase enchant encipher enclose encompass encourage
encroach encrust endanger endear endorse endow endure energize enervate enforce engage engender engrave
engross engulf enhance enjoin enjoy enlarge enlist enliven enmesh enquire enrage enrich enrol enroll
ensconce enshrine ensue ensure enter entertain enthrall enthrone entice entitle entomb entrench entrust
enumerate enunciate envelop environ envisage envision epitomize equate equilibrate equip eradicate erase
erode err erupt eschew espouse establish etch eulogize europeanize evacuate evade evaluate evaporate
eventuate evoke evolve exacerbate exaggerate exalt examine exasperate exceed excel except excite exclaim
exclude excommunicate excoriate execute exemplify exert exhale exhibit exist exonerate exorcise expand
expect expedite expel expend expiate expire explain explode explore expose expound express expunge extend
extenuate exterminate extinguish extirpate extrapolate extricate extrude exude facilitate fade fail falsify
fascinate fasten fatten faze federalize feel feign felicitate fertilize fill find finish fix flatten flatter
flee fling float flocculate flog flout fluoresce follow forbid foreclose forego foreknow foresee foreshorten
forestall forget forgive forgo formulate forsake forswear fortify foster fractionate fraternize freeze
frighten frizzle frogmarch frown frustrate fulfil fulfill furl furnish gather generalize generate germinate
gesticulate get gird girt give glean glom glorify glycerolize gnash gnaw go govern grab grasp gratify greet
grieve grovel grow guess guzzle gyrate handle hang hanker happen harass harden harry harshen hasten have
heal hear heave heighten hesitate hibernate hire hold homogenize hover humanize humiliate hurl hurtle
hypnotize hypothesize identify idolize ignite ignore illuminate illumine illustrate imagine imbed imbibe
imitate immerse impair impale impart impede impel imperil impersonate impinge implore imply impose imprecate
impress imprison improve improvise impute inaugurate incapacitate incise incite inclose include incubate
inculcate incur indicate indict indoctrinate indorse induce induct indulge infect infer infest infiltrate
inflame inflate inflect inflict inform infuriate ingest inhabit inherit inhibit initiate inject injure
innovate inquire inscribe insert insist inspect inspire instal install instigate institutionalize instruct
insulate insure integrate intend intensify interact intercede interconnect interfere interject interlace
internalize interpenetrate interpose interpret interrupt intersect intertwine intervene interweave
intimidate intone introduce intrude intrust inure invade invalidate inveigh invent invert invest investigate
invite invoke involve iodinate irrigate irritate isolate italicize itemize jeopardize join jump justify
juxtapose keep kidnap kill knead know languish launch lay laze learn leave legislate legitimize lend
lengthen lessen let liberalize liberate lick lie lift lighten linger lionize liquidate listen live loathe
locate loiter loosen lose lurk lyophilize magnetize magnify maintain make malinger maltreat manage
manipulate marinate marry materialize maximize meddle meditate meet memorize merge mesmerize metabolize
metamorphose migrate militate mingle minimize miscalculate miscarry misconstrue misgauge misinterpret
misjudge mislay mislead mismanage misname misperceive misplace misread misrepresent miss misunderstand
mitigate mobilize modernize modify moisten molest mollify monopolize motivate mourn move multiply mutilate
mutter mystify nab narcotize narrate nasale nationalize naturalize navigate necessitate negotiate neutralize
nod nominate notarize notify nourish nuzzle obey oblige observe obsess obstruct obtain occlude occupy occur
offend offer officiate offsaddle ogle omit operate oppose oppress ordain organise organize originate ossify
ostracize ought oust outclass outdistance outdo outdraw outface outfight outgeneral outgrow outlive
outmaneuver outmode outnumber outplay outrun outsmart outstrip outweigh overcome overeat overemphasize
overexpose overfeed overfill overhear overheat overindulge overpower overproduce overreach overshadow
overstep overtake overwhelm owe oxidise pacify pamper paralyze parch pare partake participate pat patronize
pay peddle penalize penetrate perceive perform perish permeate permit perpetrate perpetuate persecute
persevere persist personalize personify persuade pertain perturb peruse pervade pester petrify philosophize
pilfer plead please poach poke polarize ponder populate portend portray possess postpone pour practise pray
preach prearrange precede preclude predict prefer preisolate preoccupy prepare prescribe preserve preside
presume presuppose pretend prevail prevent prise proceed proclaim procrastinate procure produce profess
prohibit prolong promote promulgate pronounce propel prophesy propose proscribe prosecute prosper protect
protrude prove provide provoke publicize publish pulsate pulverize pummel punctuate punish pupate purify
purloin pursue push put qualify quash quell quench quicken quit quote raise ransack ratify rationalize reach
reacquaint react reactivate read readapt readjust reaffirm realign realize reap reappear rearrange reassail
reassemble reassert reassign reassure reawaken rebuild rebut recalculate recall recapitulate recede receive
recite reckon reclaim reclassify recognize recollect recommend reconcile recondition reconnoiter reconsider
reconstruct reconvene reconvert recopy recoup recover recreate recur redden redecorate rededicate redeem
redefine redirect rediscover redistribute redouble reduce reecho reelect reenact reenforce reestablish
reevaluate reexamine refashion refer refinance refine reflect refuel refurbish refuse refute regain regale
regroup regulate rehabilitate rehearse reimburse reinforce reinstall reinstate reinterpret reiterate reject
rejoice rejoin relace relate relax relearn relegate relent relieve relinquish relive reload rely relyric
remain remarry remember remind reminisce remodel remonstrate remove rename rend render renew reopen
reorganize repay repeat repel repent rephrase replace replant replenish represent repress reproduce
repudiate require reread reschedule rescind reseal resemble resent resettle reshape reside resift resign
resist resmudge resolve resound respond restate restock restore restrain restrict resurrect resuspend retain
retaliate retie retire retrace retract retranslate retrieve reunite reuse revamp reveal reverberate revert
revile revitalize revive revolutionize revolve rid ride rip ripen ritualize rive roam rob roleplay
romanticize rotate roughen rouse rove rub sadden salivate satisfy saturate save say scandalize scarify
scatter scoot screw scrounge scrutinize secede seclude secrete secularize see seek seem seep seize select
sell send sensitize sentimentalize serve settle sever sew shake sharpen shatter shelve shine shirk shoot
shorten should shout shove show shun sic sicken sidle sift signify simplify simulate sing sit situate skulk
slacken slam slap slash slink slurp smite smuggle snatch socialize soften solicit solve soothe spang speak
specialize specify speculate spend spin spit spurn stabilize stagger stand standardize start starve stay
steal sterilize stiffen stimulate stipulate stir stoke stop stow straighten strangle stratify strengthen
strew strive stumble stun subdue subjugate submerge submit subscribe subside subsidize subsist substantiate
subtend subtract subvert succeed succumb suffer suffice suffocate suffuse suggest summarize summate summon
sunder superimpose superintend supersede supervise supplant supplicate suppose suppress surmount surpass
surround survive suspect suspend sustain swear swim swing symbolize sympathize synchronize synthesise
synthesize systematize tabulate take tantalize teach teem televise tell tempt tend terminate terrify
terrorize testify thank theorize thicken think threaten thresh thrive throw tighten tolerate topple totter
transact transcend transcribe transfix transform transgress translate transmit transmute transpirate treat
tremble try tweeze twotime typify unclasp uncork uncover uncurl undergo underlie undermine underpin
underrate understand understate undertake underwrite undo unearth unfasten unfold unhitch unify unite
universalize unlace unlash unleash unload unlock unmask unpack unravel unscramble unscrew unsheathe unsolder
unteach unthaw untie unveil unwind unwire uphold upholster upraise uproot urbanize usurp utilize vacate
validate vanish vanquish vary veer venerate ventilate verify vex vibrate victimize vie vindicate violate
visualize vivify vocalize vouch vouchsafe wait waive walk wander want warn waylay weaken wean wear weep
weigh wend wheedle whet whiten widen wield win wipe wish withdraw wither withhold withstand woo woolgather
worsen would wreak wreathe write writhe yearn
"""

ACT = """
abandonment ablation abortion accomplishment accreditation achievement acquisition acting action addition
adherence adjournment administration admission adoption adventure affiliation agriculture ambush amendment
analysis annihilation application appointment approach approval arrest arrival assault assignment assist
assistance attack attainment attempt attendance automation avoidance award backbend backing ballet baseball
basketball bathing batting battle behalf behavior belch belching berth best betrayal blast blockade
bloodshed blow blunder boarding boating bombing booking boost breakdown breakup breathing bricklaying
broadening brushing brutality buildup burglary burst buying bw calculation calibration campaign camping
cancellation capture care career caress carpentry catharsis certification chase chore choreography cinch
circus classification cleaning closing clutch codification collaboration combat coming commerce commitment
communion commuting comparison completion complication compromise computation conduct conflict conquest
construction consumption contact contemplation continuance continuation contortion contraception
contribution controlling cooperation cooperative correction count counting coup course courtesy craft
creation crime crouch cruelty crusade cultivation custom cutting dancing deal debut decision deed defense
delay delivery demonstration departure depletion depreciation depredation desertion destruction
determination diagnosis dialysis disappearance discovery discrimination disenfranchisement disobedience
displacement dissection dissociation diversion divorce doing domination double drafting drainage drinking
drive duel duty eating education effort ejection elaboration election electroshock elimination embrace
emission employment enactment encounter endeavor enforcement engagement engineering enlargement enterprise
entertainment errand error escalation escape evacuation evaluation evangelism exacerbation examination
excavation execution exercise exertion exhibition expansion expedition experiment exploit exploitation
exploration failure farming fastball fault favor feat feeding festivity fight fighting finance financing
finding firing fishing flatus flurry football founding fractionation fraud fun functioning gallop gambling
game gasp gathering gaze gesture glance glimpse golf graduation grappling grip gulp gulping gunfire
gymnastics handling hands handstand havoc headstand hearing help hiding hike hit hobby hold holocaust homer
housekeeping hunting identification idleness implementation imposition imprisonment incitement
industrialization infiltration infliction inheritance inhibition injection injustice inoculation inspection
installation insurrection intake integration intensification interaction interference interplay interruption
intervention intimidation invasion investment involvement irregularity irrigation jab jazz job journey
keeping kick kickoff kill killing kiss kissing labor lapse layoff leap leapfrog legation lesson leyte
liquidation localization maintenance making management maneuver manufacture manufacturing marbles march
marketing marketplace mating means measuring melee merchandising mercy merger migration mining misbehavior
miscalculation mischief misdeed mission mistake mixing modernization modification monitoring move movement
murder mutiny negligence neutralization nomination obedience objectification obligation obliteration
observation occupation offense omission onrush onslaught operation opposition orgy orientation outreach
overachievement pains painting parimutuel parking participation parting pass passage passing patronage
penalty penetration percussion performance perpetuation persecution pilgrimage pitching planning planting
playing plowing possession practice precaution preparation presentation prevention primary procedure
proceedings process procreation procurement production programming progress project prosecution prostitution
protection pull punishment purchase purification pursuit push pushup quackery raid rationing realization
reassurance rebellion rebuilding receipt recourse recreation recruitment reduction reflex reform
registration rehabilitation rehearsal reinforcement rejection remedy removal rendezvous renewal repair
repose reprisal rescue research resistance responsibility restoration restraint retailing retaliation
retention retreat revenge revision revolt revolution ride rite ritual robbery rodeo role roleplaying
rotation roundup routine ruling run running rush rushing rustling sabotage sacrifice sacrilege sailing sale
salvation sampling saving scan scouring scrimmage scrutiny scuffle search selection selling sending service
services sex shaking shaving shenanigan shielding shipment shipping shooting shopping shot show shutdown
siege sightseeing singing single sip sitting skirmish slaughter slight slip snoring somersault
specialization spectroscopy split sponsorship sport spraying spree squatting stabilization staining stare
starting stay stead step stimulation stop storage stretch stride strife strike striving stroke struggle
strut study stunt stylization succor suicide supervision support surveillance survey swing systematization
tally tango task taunt teaching tears technology tenancy testing therapy thermometry thieving throw thrust
toss touchdown tour tracing trade trading training transaction transfer transition transmission
transmutation travel tread treason treatment tremor trial trick trip triple try tuning turn turning
typography underachievement unloading upkeep uptake usage use utilization vengeance ventilation venture veto
vindication violation violence visit vocation volley vote voting voyage wait waiting walk war warfare
washing watching welfare wings withdrawal withholding work workout worship wrestling yield
"""

PERSON = """
abbot abo abolitionist academic actor actress adam adherent administrator adulterer advocate aggressor aide
alien amateur ambassador american anabaptist analyst ancestor angel anglican antagonist anthropologist
apache apothecary applicant appointee apprentice archbishop architect arianist aristotle artist assassin
assessor assignee assistant associate athlete attacker attendant attorney aunt author auxiliary babe baby
bachelor backer ballplayer bandit banker banshee baptist bartender bastard batter bearer believer
beneficiary besieger bishop blackmailer blonde boatswain bodybuilder booker bootlegger boss bourbon boy
bride brigadier british brother brute buddha buddy buff bum bunkmate busboy businessman caller camper
candidate captain captive cardinal carpenter cartoonist catcher catholic cattleman cavalryman celebrant
chairman chambermaid champion chemist chief chieftain child chiropractor chorine chosen christ christian
citizen civilian claimant clergyman clerk client clown coach colleague collector colonel comedian commander
commando commentator commissioner committeeman communist companion competitor composer compulsive comrade
concessionaire concierge conductor confidant congressman connoisseur conservative consultant consumer
contemporary contractor contributor controller convert cook cop coquette coroner corporal correspondent
counsel counselor countryman courtier cousin coward cowboy craftsman creator criminal critic crook cultist
cuss customer cyclist dad daddy dancer darling daughter deacon dealer dear decedent decorator defendant
defender deity democrat demon dentist dependent deportee deputy designer detective developer devil devotee
diabetic diplomat director distributor divinity doctor donor doorman dragon dramatist driver drunk drunkard
duffer dweller earthman eccentric economist editor educator egotist elder employee employer engineer
englishman entrepreneur escort european eve executioner executive executor experimenter expert explorer fan
farmer father fella fellow fiend fighter fisherman flautist foe follower fool foreigner foreman freak
freeman frenchman freshman friend fullback gadfly gangster gardener general generalist genius gentleman
geologist german ghoul girl girlfriend god goddess golfer goner gourmet governor graduate grandfather
grandma grandmother granny grocer grownup guard guardian guerrilla guest guide gunman gunner guy gymnast
halfback headmaster hegel heir helper hero heroine herpetologist highwayman historian hitler hitter holmes
homesteader horseman hostess householder housewife huckster humorist hunter hurler husband hypocrite
idealist idiot idler illustrator imbecile immigrant incompetent indian individualist infant infantryman
inhabitant inmate inspector instructor intellectual interpreter interviewer invader investigator investor
irish irishman jackass janitor jap jerk jesuit jesus jew jeweler jimdandy jimhickey johnny journalist judge
junior juror kid kidnapper killer king knight laborer lad lady landlord lawman lawyer layman leader lecturer
lefty legislator letterman liar liberal lieutenant lifter linguist listener lord loser lover lucifer
lunkhead lyricist ma machinist madman magician maid maiden major maker mama mamma man manager maniac
marksman marshal martian martyr mary masseur master mate mayor mechanic member mercenary merchant messenger
mexican midshipman milquetoast miner minister minor miss missionary mister mistress modern mommy monarch
monk monster mother mourner mover murderer musician napoleon national native nazi negro neighbor nemesis
nephew neutralist newcomer newsboy newsman nigger northerner novelist nun nurse nymphomaniac observer
occupant officer official offspring oldster onlooker opponent orderly ordinary outcast outfielder outsider
overachiever overnighter owner oyabun pa painter papa pardner parent parson partner passenger passerby
pastor pathologist patient patriot patrolman patron patronne peasant peddler peer performer petitioner
phantom philosopher physician physicist pianist picasso pilot pimp pioneer pirate pitcher plainclothesman
planner planter plato platonist player playmate playwright plumber poet policeman politician pope porter
portwatcher positivist posseman potter preacher predecessor president prey prick priest prisoner private
producer professional professor promoter propagandist prophet proprietor prosecutor protestant psychiatrist
psychologist puncher pupil pursuer quack quarterback rabbi racketeer rancher reactionary reader reb rebel
receptionist recipient recruit redcoat refugee registrant relative reporter representative republican
researcher resident retailer rider rifleman robber roman romantic rookie rousseau ruler runner russian
rustler sailor saint saleslady salesman savage scholar schoolboy schoolgirl schoolmate scientist scot
sculptor seaman secretary senator senior sergeant servant settler shakespeare shepherd sheriff shortstop
sicilian singer sinner sioux sir sister skeptic skirmisher slave slob slugger smuggler sniper soldier
soloist son songwriter sonny sophomore soprano soul southerner southpaw sovereign speaker specialist
spectator sponsor sportsman spouse sprinter spy squire statesman stepmother stiff stockholder stoic
storyteller straggler stranger stravinsky student subjectivist subordinate suburbanite successor sufferer
superintendent superior supernatural supervisor supplier surgeon surveyor survivor sweetheart swiss taxpayer
teacher teammate teamster technician teenager telegrapher tenant texan theologian therapist thief tormentor
tory tourist trader traditionalist traitor trapper traveler treasurer trooper trustee twirler uncle
underachiever user utopian valet vendor veteran victim villager villain violinist virgin visitor voltaire
volunteer voter waiter ward warrior watercolorist white whore widow wife wigmaker wingman winner witch
witness wizard woman wordsworth worker workman wretch writer yank yankee yokel youngster youth
"""

BODY = """
abdomen alveolus anastomosis ankle antiserum aorta arm armpit arteriole artery ass back beard belly biceps
blood bloodstream body bone brain breast bronchiole bronchus brow cheek chest chin colon corpse cortex
cytoplasm deltoid duct ear elbow epiphysis eye eyebrow eyelid face finger fingertip fist flesh forefinger
forehead gastrocnemius gland gut hair haircut hand head hilum hip hormone hypothalamus insulin intima jaw
jejunum joint jowl kidney knee knuckle lap lat leg lid limb lip liver lobe lobule lung marrow mouth mucosa
mucus muscle mustache myofibrilla navel neck neocortex nerve neutrophil nose nostrils nucleolus nucleus orb
organ orifice palm parenchyma pathway pecs pectoral perspiration phalanx physiognomy pituitary plaque plasma
pleura pussy saliva septum serratus serum shin shoulder shunt sinusoid skin skull spine spleen stomach
submucosa sweat tear teat tendon testicle thigh throat thumb thyroid thyroxine tissue tit toe tongue tooth
torso trachea valve vein vitals waist wrist
"""

COMMUNICATION = """
absurdity accent accordance account accusation act ad address adjective admonition adverb advertisement
advertising advice album alibi allegation allegory allusion altercation ambiguity anatomical anecdote
announcement answer apology appendix applause argument arrow article assent assertion assumption asterisk
athabascan authorization badge ballad ballot banter bargain barrage bellow bible bibliography bill biography
blame blues book brand bravado brief broadcast broadcasting bulletin cadenza call canon cartoon catalog
catalogue catcall certificate channel chapter characterization chart charter chatter checklist cheer
cheering chord circulation citation claim clapping clause cliche clue code comeback comedy command
commandment comment commentary commercial communication complaint complement compliment concert concerto
concession condemnation confession congratulation connotation consent consonant constitution consultation
contention context contour contract controversy conversation copy correspondence counseling counterpoint
criterion criticism cry curriculum curse damnation dance danish debate declaration decree definition demand
demythologization denial denunciation derision description designation details dialect dialogue diary
dickens dictionary dictum dirge discourse discussion dispatch display dispute dissent divestiture document
documentary dogma drama drawing edition editorial eeg encouragement ending english entry epic epithet
equation essay exclamation excuse exhortation explanation exposition expression fairytale farce farewell
fiat fiction fig file filing film fingerprint flattery formula fracas franchise french gag gender glossary
gospel gospels gossip grapevine graph greek greeting grievance grin grinning groan guarantee guess guidance
handwriting hawaiian headline hint hollering honor howl huddle hymn hypothesis idiom iliad illustration
imperialism imprecation indication indicator indictment information input inscription insinuation insistence
instruction insult interview intonation introduction inventory invitation irony joke journal journalese
journalism kerygma label lamentation language latin laugh laughter laurels lecture legend legislation lemma
letter lettering license lie list literature loophole lordship lyric magazine mail manual manuscript mark
massachuset meaning medal medium melody memorandum mention message metaphor milestone misconstruction
modifier modulation monologue monosyllable moral motto movie music musical myth name narrative negotiation
neutralism news newsletter newspaper no nonfiction nonsense notation note notebook notice noun novel nuance
numbering oath objection offer opera operetta opposite opus oration orchestration order orthography outburst
outcry overture paean page pamphlet paper papers parable paradox paragraph paraphrase parody patent patter
pennant periodical permission permit petition phoneme phrase play poem poetry praise prayer preaching
predicator preposition prescription printing proclamation profile prohibition promotion pronoun
pronouncement propaganda proposal proposition prose protest protestation proverb provision publication
publicity quarrel question questioning questionnaire quiz quotation reception recital recommendation
recrimination redefinition reference refrain refusal register regulation remark remonstrance rendition reply
report reproach request resignation resolution respects restatement resume return rhyme rhythm ridicule
roster rumor saga sanction sarcasm satire scandal scoffing scream script scripture secret sentence sermon
session shaft shibboleth shout shouting showdown shriek shrug sigh sign signal slavic slot smile snarl sneer
sneering sob song spanish spectacle speech spelling spiritual stamp statement stationery statute stem story
storyline stress submission suffix summary syllable symbol symphony synonym tag tale talk telegram
television tense term terminology testimonial testimony text thanks theme theorem thesis ticket tidings
title token topic translation treaty tribute trill tune tv typing utopia vaudeville verb verse version
vocabulary vowel wail warning warrant weekly whisper wit word words wrangle writ writing yell yes yokuts
"""

QUANTITY = """
ace acre amp bit bushel c cc cent centimeter cm coefficient dollar dosage dozen dozens droplet enough f few
fill five four g gain gallon gauss gee gm gram half handful hp hundred in inch increase integer k l lb less
liter little lots maximum meter mg micron mile milliampere millidegree milligram milliliter million millions
minimum mite ml mm more most much nine nineteen nothing one ounce par penny poise pound prime quart quarter
scores seven shred six sprinkling supply ten tenth thirty thousand three ton tons trace two volume watt
worth yard zero
"""

TIME = """
adolescence afternoon airspeed anniversary april aug august autumn bc birth birthday boyhood century
childhood christmas close continuum cps culmination cycle date dawn day daylight deadline deathbed dec
decade december dinnertime duration dusk easter epoch era eternity evening expiration fall feb february
festival fifties flux friday future heyday history holiday honeymoon hour hours hr incipiency infancy inning
instant interlude interval jan january july june last leave leisure lifetime long lull lunation maturity may
mc microsecond midnight millennium min minute moment monday month morning morrow mph night nightfall noon
nov november now oct october outset past pause payday period phase picnic pm present rate reconstruction
renaissance rpm saturday schooldays season sec second sept september sixties span speed spring springtime
summer sunday sundown teens tempo tenure termination thanksgiving then threshold thursday time times today
tomorrow tonight tuesday twenties vacation velocity wednesday week weekend while winter year years yesterday
yr
"""

PLACE = """
alabama alaska albany america amsterdam apex arctic area arkansas atlanta austin australia backwoods
baltimore battlefield bavaria beachhead berlin bern birmingham border borough boston bottom boundary brazil
britain broadway brooklyn burma california campus canada cemetery center ceylon cheyenne chicago china
churchyard cincinnati city clearing cleveland colorado columbus commune connecticut copenhagen corner
countryside county crest cuba czechoslovakia dallas dc demarcation denmark denver desert destination detroit
district downtown east ecliptic edge egypt empire england epicenter exterior fairway field florida france
front georgia germany ghetto graveyard greece greenland guam habitat harbor harlem haunt hawaii headwaters
heaven heavens heights hell hemisphere hideout home homeland honolulu horizon houston hungary iceland
illinois india indiana indianapolis inside interior iraq ireland isopleth italy japan java jerusalem
kentucky kingdom korea landmark landscape laos latitude lawn left locale locality london louisiana maine
manchester manhattan massachusetts meadow memphis metropolis mexico michigan middle midst minneapolis
minnesota mississippi missouri montreal morocco moscow neighborhood newport north ohio oilfield oklahoma
open orbit oregon origin outline outside outskirts palestine paradise paris park parts pasture pennsylvania
philadelphia philippines pittsburgh place poland polls port prairie providence province region reservation
residence richmond rome rooftop route russia savannah scotland seat seattle setting siberia side silhouette
site slum south spain spot springfield state stratum suburb sweden terrain territory texas tibet tip tokyo
top town trend unknown uptown ussr utah vermont vicinity vientiane virginia warsaw washington wasteland west
whereabouts wyoming
"""

NOUNS_LIKE_VERBS = """
accenting accounting acting advertising aged airspeed alerting appalling assigning awakening awarding
backing baffled banging bargaining bathing batting batwing bearing beating bed bedding beginning being
belching bickering bidding binding blackening blaring blending blessing bloodshed blooming blowing
bluestocking boarding boating bodybuilding boiling bombing booking bootlegging borrowing bouncing bowstring
bracing breaking breathing breed breeding bricklaying briefing bringing broadcasting broadening brooding
brushing building burning buying calving camping caning carping carving catching ceiling centering
chattering cheering christening clamoring clangoring clapping cleaning cleansing clearing clerking clocking
closing clothing clowning coaching coating coming communicating commuting compiling composing compounding
conditioning controlling cooking cooling coping coughing counseling counting coupling cowling cracking
creaking creed croaking crossing cunning cushioning cutting damned dancing daring darling dawning daybed
dealing deathbed debunking deceased deed deepening defining desynchronizing detecting diagnosing digging
disabled discomfited diving dodging doing doomed doweling drafting drawing drinking drugging ducking
dwelling dyeing dying eating ebbing embracing ending engineering equipping evening exclaiming exercising
facing faltering farming feed feeding feeling fencing fielding fighting figuring filing filling filming
financing finding fingering fingerprinting finishing firing fishing fixing flashing fledgling flooring
flowerbed flowering flowing focusing following footing foraging foreboding forecasting forwarding fostering
founding framing freezing functioning gambling gardening gassing gathering gelding giving gleaming going
golfing governed grading graining grappling grasping grating greed greeting grinding grinning grouping
growing growling grumbling guessing gulping hamming handling handshaking handwriting happening hatching
hatred heading healing hearing heating heaving heed hiding hissing holding hollering housebreaking
housekeeping housing howling hugging humming hundred hunting imaging impinging indexing infrared inkling
inning integrating interpreting investigating jabbing jerking journeying keeping killing king kipling
kissing knocking landing landscaping lashing launching laundering laying leaping learning leavening leaving
lecturing lending lengthening lessening lettering licking lighting lightning liking living loading lodging
logging longing looking maimed making malingering manufacturing marbleizing marching marketing marking
masking mating matting maturing meaning measuring meddling meeting melting merchandising merging merrymaking
microphoning mingling mining misdeed misgiving mistaking misunderstanding mixing molding moneymaking
monitoring morning murmuring musing muttering narrowing need nestling nothing numbering nursing offering
offspring opening ordering outing overeating pacing packaging packing paging painting paneling panting
parking parting passing pealing pelting petting philosophizing phrasing picking picturing pinning pitching
planning planting playacting playing plodding plowing plumbing popping pounding preaching pressing pricing
priming primping printing proceeding processing programming publishing pulling purging pursued pushing
quadrupling questioning quickening racing railing raising rallying rating rationing rattling reading rearing
reasoning rebuilding reckoning reclining recording red reducing refocusing refueling rehearing rejoicing
reliving rendering replacing reporting retailing retraining retreated ring ringing ripening roaring
roleplaying rooting ruling running rushing rustling sailing sampling sapling sassing saving schooling
scoffing scouring scouting scraping screaming screeching scrubbing sealing seaweed seed seedbed seedling
selling sending sensing setting severing sewing shading shaking shaping shaving shed shielding shining
shipbuilding shipping shirking shivering shoestring shooting shopping shouting showing shred shrieking
shuffling siding sightseeing signaling singing sinking sinning sitting skimming skulking sleeping slinging
sloganeering slowing smiling smoking sneering sniveling snoring soaking softening soldiering somersaulting
spacing speaking speed spelling spending splicing sprawling spraying spring sprinkling sputtering squatting
staining standing starting stealing steed stewing stiffening sting stirring stocking straining stretching
string striving stumping suffering supporting surveying swathing swearing sweeping swelling swimming swing
switching talking tampering tapping teaching teasing tending tenting testing thanksgiving thawing thieving
thing thinking threshing throbbing thumping tightening timing toweling tracing trading training trampling
transmitting trapping trembling trimming trucking tubing tumbling tuning turning tweed twinkling twisting
typewriting typing unconfessed underling understanding undertaking undoing unfolding unloading uplifting
uprising urging vacationing vaccinating vending vomiting voting wailing waiting waning warehousing
warmongering warning washing watching waterproofing watershed waxing weakening weaning wedding weed weeping
weighting wetting whipping whirring whistling willing wing winning wishing withholding woodgraining woodshed
wording worsted wounded wrestling writing wrongdoing wyoming yearning yelling yelping zoning
"""

IRREGULAR_VERBS = """
abetted abetting abhorred abhorring acquitted acquitting addrest admitted admitting allotted allotting am
amplified arcked arcking are arisen arose ate awoke awoken babied bade bagged bagging bandied banned banning
barred barrelled barrelling barring batted bayonetted bayonetting beautified became bedded been befallen
befell befitted befitting befogged befogging began begat begetting begged begging begot begotten begun
beheld beholden bellied belying benefitted benefitting berried besetting besought bespoke bespoken bethought
betted betting bevelled bevelling biassed biassing bidden binned binning bitted bitting bivouacked
bivouacking blabbed blabbing blackberried bled blest blew blobbed blobbing bloodied blotted blotting
blurring bobbed bobbing bodied borne bought bragged bragging bred brimmed brimming brought browbeaten budded
budding bugged bugging bullied bullshitted bullshitting bummed bumming bushelled bushelling busied bypast
calcified came cancelled cancelling candied canned canning capped capping carried catted catting caught
channelled channelling chapped chapping chatted chatting chevied chevies chevying chid chidden chinned
chinning chipped chipping chiselled chiselling chivied chivvied chivvies chivvying chopped chopping chose
chugged chugging cladding clammed clamming clapped clarified clipped clipping clotting clove cloven clubbed
clubbing clung codified combatted combatting committing compelling complied concurred concurring conferred
conferring conned conning copied copped copping corralled corralling counselled counselling crabbed crabbing
crammed cramming crept cribbed cribbing cried cropping crucified cupped cupping curst dabbed dabbing dammed
damming dealt decried deferred deferring defied degassed degasses degassing demurred demurring denied
deterred deterring devilled devilling diagrammed diagramming dialled dialling did dimmed dimming dinned
dinning dipped dipping dirtied disinterred disinterring dispelled dispelling dizzied donned donning dotting
drabbed drabbing dragged drank dreamt drew dripped dropped dropping drove drummed drumming dubbed dubbing
duelled duelling dug dunned dunning dwelt easied eddied edified embedding emitted emptied enamelled
enamelling enrolling envied equalled equalling excelled excelling exemplified expelled expelling facetted
facetting falsified fancied fanned fanning fantasied fatted fatting fed ferried figged figging fitted
flagged flagging flannelled flannelling flapped flapping flatted flatting fled flew flipped flipping flitted
flitting flogged flogging flopped flopping flown flubbed flubbing flung flurried fogged fogging forbad
forbade forbidding foregone foreknew foreknown foresaw foreseen forewent forgave forgetting forgiven forgone
forgot forsaken forsook forswore forsworn forwent fought fretted fretting frogged frogging frolicked
frolicking froze fuelled fuelling fulfilled fulfilling funned funnelled funnelling funning furred furring
gagged gagging gapped gapping gassed gasses gave gemmed gemming getting gigged gigging glommed glomming
gloried glutted glutting gnawn got gotten grabbed grabbing gravelled gravelling graven grew grinned gripped
gripping gript grovelled grovelling grubbed grubbing gullied gummed gumming gunned gunning had hammed
handicapping harried has hatted hatting hemmed hemming hid hitting hogged hogging honied hopped hopping hove
hugged hummed imbedded imbedding impelling incurred incurring inferred inferring initialled initialling
inlaid insetting installed installing intensified interred interring interwove is jabbed jamming japanned
japanning jarred jellied jetted jewelled jewelling jigged jigging jimmied jobbed jobbing jogged jogging
jollied jotted jotting jugged jugging justified kenned kenning kept kidded kidding kidnapped kidnapping
kneecapped kneecapping knelt knew knitted knitting knobbed knobbing knotting labelled labelling lagged
lagging lain lammed lamming lapped lapping leant leapfrogged leapfrogging leapt learnt lent letting levelled
levelling levied lipping lobbed lobbied lobbing logged lotted lotting lugged lugging lullabied lying madded
madding manning mapped mapping marred marring marshalled marshalling marvelled marvelling meant medalled
medalling met metalled metalling miscarried mislaid misled mistook misunderstood mobbed mobbing modelled
modelling mollified mopped mopping mown mudded mudding mummed mumming mutinied mystified nabbed nabbing
nagged netted netting nickelled nickelling nipped nipping nodded nodding notified nutted nutting occurred
occurring offsetting omitted omitting ossified outcried outdid outdone outdrawn outdrew outfitted outfitting
outfought outgeneralled outgeneralling outgrew outgrown outlaid outputted outputting outran outrunning
outstripped outstripping overcame overdriven overdrove overflown overheard overhung overlaid overlapped
overran overridden overrode overrunning overshot overstepped overstepping overtaken overthrew overthrown
overtook pacified padding panelled panelling panicking panned panning parallelled parallelling parcelled
parcelling parodied parried partaken partook patrolled patrolling patted patting pegged pegging pencilled
pencilling penned penning pent permitted permitting personified petrified petted phantasied picnicked
picnicking pigged pigging pilloried pinned pistolled pistolling pitied pitted pitting platted platting pled
plied plodded plotted plotting plugged plugging pommelled pommelling popped potted potting preferring
prettied pried prodded prodding programmed programmes propelled propelling prophesied propped propping
proven pummelled pummelling punned punning pupped pupping putting quarrelled quarrelling queried
quickstepped quickstepping quipped quipping quitted quitting quizzed quizzes quizzing ragging rallied rammed
ramming ran rang rapped rapping ratified ratted ratting rebelled rebutted rebutting reclassified recopied
recurred recurring redded redding referred referring refuelled refuelling regretted regretting relied remade
remarried remitted remitting repaid repelled repelling replied reran rerunning resetting rethought revelled
revelling revved revving rewritten rewrote ribbed ribbing ricochetted ricochetting ridded ridding rigged
rigging rimmed rimming ripped risen rivalled rivalling riven robbed robbing rode rotted rubbed rubbing rung
rutting sagged salaried sallied sang sank sapped sapping sat savvied sawn scanned scanning scarified
scarring scrapped scrapping scrubbed scudded scudding scurried sent sewn shammed shamming shat shedding
shied shimmed shimmied shimming shinned shinning shipped shitted shitting shone shook shopped shotgunned
shotgunning shotted shotting shovelled shovelling shown shrank shredded shredding shrugged shrugging shrunk
shrunken shunned shunning shutting sicked sicking sidestepped sidestepping signalled signalling signified
sinned sipped sipping skidded skidding skimmed skinned skinning skipped skipping slabbed slabbing slammed
slamming slapped slapping slatted slatting slept slid slidden slipped slitting slopped slopping slotted
slotting slugged slugging slummed slumming slung slunk smelt smit smote snagged snagging snapped snapping
snipped snipping snubbed snubbing snuck snugged snugging sobbed sobbing sodded sodding sold sown spanned
spanning spat sped spelt spent spied spilt spinning spiralled spiralling spitted spitting spoilt spotlit
spotted spotting sprang sprung spun spurred spurring squatted stabbing stank starred starring stemming
stepped stepping stirred stole stolen stood stopped stopping strapped strapping stridden stripped stripping
striven strode stropped stropping strove struck strummed strumming strutted strutting stubbed stubbing stuck
studding studied stunk subbed subbing submitted submitting summed summing sunk sunned sunning supped supping
supplied swabbed swabbing swam swapped swapping swept swigged swigging swivelled swivelling swopped swopping
swops swore swum swung symbolled symbolling tagging tallied tanning tapped tarred tarried tarring tatted
tatting taught taxying testified thinned thinning threw thriven throbbed throve thrown thudded tinned
tinning tinselled tinselling tipping told took topping tore totalled totalling towelled towelling trafficked
trafficking transferred transferring transfixt travelled travelling tried trimmed tripped tripping trod
trodden trotted trotting tugged tugging tunnelled tunnelling twigged twigging twinned twinning tying
typified undergone underlain underlay underpinned underpinning undertaken undertook underwent underwritten
underwrote undid unfitted unravelled unravelling untaught untying unwound upheld upped uppercutting upping
upsetting verified vetted vetting vivified vying wadded wadding wagged wagging wanned wanning warred warring
was waylaid weatherstripped weatherstripping webbed webbing wedded went wept were wetted whetted whetting
whinnied whipped whirred whizzed whizzes whizzing wigged wigging wildcatted wildcatting withdrawn withdrew
withheld withstood woke woken won wore worshipped worshipping wove wrapping wried wrote wrought wrung yapped
yapping yenned yenning zigzagged zigzagging zipped zipping
"""
