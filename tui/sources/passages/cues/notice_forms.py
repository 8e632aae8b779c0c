"""Forms of notices, in lower case: calls to support, comment or write, conditions, requests for consent."""

from __future__ import annotations

BEGINNINGS = (
    (
        ("gefallen", "gefällt"),
        r"(?:wie )?(?:hat )?(?:ihnen|dir|euch) (?:hat )?(?:der|dieser|unser|das) (?:artikel|beitrag|text"
        r"|programm"
        r"|post)\b.{0,40}"
        r"\bgefallen\b|(?:ihnen|dir|euch) gefällt (?:der|dieser|unser|das|unsere)\b.{3,40}[?.]"
        r"|gefällt (?:ihnen|dir|euch) (?:der|dieser|unser) (?:artikel|beitrag|text|post)\b",
    ),
    (
        ("this article", "this story", "this post", "this piece", "this essay", "our article", "our story"),
        r"(?:(?:did|do) you )?(?:like|enjoy)(?:ed)? (?:reading )?(?:this|our) (?:article|story|post"
        r"|piece)\b.{0,20}\?"
        r"|if you (?:enjoyed|liked|appreciate) (?:reading )?this (?:article|story|post|piece|essay"
        r"|newsletter)\b",
    ),
    (
        ("artículo", "nota", "article", "artigo", "matéria", "articolo", "artykuł"),
        r"¿te (?:gustó|ha gustado) (?:este|esta) (?:artículo|nota|noticia)\b|cet article vous a (?:plu"
        r"|intéressé)\b"
        r"|gostou (?:deste|desta|do|da) (?:artigo|matéria|notícia)\b"
        r"|ti è piaciuto (?:questo )?(?:l['’])?articolo"
        r"|s?podobał ci się (?:ten )?artykuł",
    ),
    (
        ("unser", "redaktion", "spende"),
        r"(?:bereits|schon) (?:mit|ab) .{1,20}(?:euro|franken|€),? (?:kannst|können) (?:du|sie) (?:uns\b"
        r"|unsere? )"
        r"|helfen sie mit,? (?:unser|guten|unabhängigen) ?\w* journalismus"
        r"|unterstützen sie (?:den )?unabhängigen journalismus"
        r"|bitte helfen sie .{2,30} und spenden\b|namentlich gekennzeichnete (?:beiträge|artikel|texte)\b"
        r"|(?:bitte )?beachten sie(?: bitte)?, dass die redaktion\b",
    ),
    (
        (
            "our work", "our newsroom", "our reporting", "journalism", "local news", "nonprofit",
            "tax-deductible",
        ),
        r"(?:please )?(?:would you )?(?:consider|help|support|donate)\b.{0,60}\b(?:our (?:work|journalism"
        r"|newsroom"
        r"|reporting)|(?:independent|quality|nonprofit|local) (?:journalism|news|media))\b"
        r"|your (?:support|donation|gift|contribution)\b.{0,80}\b(?:our (?:work|journalism|newsroom"
        r"|reporting)"
        r"|(?:independent|quality|nonprofit|local) journalism)\b|(?:make|give) a tax-deductible\b",
    ),
    (
        ("periodismo", "nuestro trabajo", "journalisme", "jornalismo", "giornalismo", "wesprzyj"),
        r"(?:apoya|apoye|ayúdanos|suma tu apoyo|apoie|sostieni)\b.{0,60}\b(?:nuestro (?:periodismo|trabajo)"
        r"|periodismo independiente|nosso jornalismo|jornalismo independente|nostro giornalismo)\b"
        r"|(?:soutenez|aidez)(?:-nous)?\b.{0,40}\b(?:notre journalisme|journalisme indépendant)\b"
        r"|wesprzyj (?:nas|naszą)\b",
    ),
    (
        (
            "comments are", "comments on this", "logged in to", "in to leave", "in to post", "please spare",
            "comments submitted", "comments that", "all comments", "comments will be",
        ),
        r"(?:please )?(?:log|sign) in to (?:leave|post|write|add) (?:a )?comments?\b"
        r"|you must be logged in to\b"
        r"|(?:(?:please )?note|attention|warning)\b.{0,50}\b"
        r"(?:moderating (?:all )?comments\b|comments\b.{0,80}\b(?:moderated|removed|deleted|not be approved))"
        r"|all comments (?:are|will be)\b.{0,40}\bmoderated\b"
        r"|please spare\b.{0,30}\bcomment\b|comments (?:are (?:now )?closed\b.{0,40}$|on this (?:article"
        r"|story)\b)",
    ),
    (
        ("komment",),
        r"um (?:selbst )?(?:einen )?kommentare? (?:zu )?(?:verfassen|hinterlassen|schreiben|abgeben)\b"
        r".{0,60}\b(?:log|einlog|eingelog|anmeld|angemeld|melden|registrier)"
        r"|für die kommentiermöglichkeit\b|kommentare zu diesem (?:text|beitrag|artikel) (?:könnt|können"
        r"|kannst)\b"
        r"|keine kommentare\b.{0,60}$|(?:du musst|sie müssen) (?:eingeloggt|angemeldet|registriert) sein\b"
        r"|(?:die )?(?:leser)?kommentare (?:der|von) (?:user|leser|nutzer)\w* (?:geben|spiegeln|stellen"
        r"|sind)\b.{0,40}"
        r"\b(?:nicht|kein\w*)\b",
    ),
    (
        ("views expressed ", "opinions expressed ", "meinung de", "opiniones"),
        r"(?:the |all )?(?:views|opinions)(?: and opinions)? expressed (?:in this|here|are)\b"
        r"|(?:der|dieser) (?:beitrag|text|artikel|gastbeitrag) (?:gibt"
        r"|spiegelt)\b.{0,30}\bmeinung de[rs] (?:autor|verfasser)"
        r"|las opiniones (?:expresadas|vertidas) en (?:este|esta)\b",
    ),
    (
        ("be updated", "been updated", "was updated", "developing", "breaking"),
        r"this (?:is a (?:breaking|developing) (?:news )?story|(?:story|article) (?:has been|was"
        r"|will be) updated)\b.{0,120}$",
    ),
    (
        (
            "tag", "filed under", "posted in", "categori", "categorí", "kategori", "abgelegt", "etiquetas",
            "mots-clés",
        ),
        r"(?:tags?|filed under|posted in|categories|kategorien|kategorisiert unter|abgelegt unter|etiquetas"
        r"|categorías|categorias|mots-clés|tagi)\s?:(?:[^.!?]|\.(?=\S)){2,200}$",
    ),
    (
        ("for more",),
        r"for more (?:\w+ )?(?:news|stories|updates|coverage)\b.{0,60}\b(?:click|tap|visit|follow|sign up"
        r"|subscribe|go to)\b",
    ),
    (
        ("sesión", "guardado", "apoi", "chegou até aqui", "clic aquí"),
        r"reg[ií]strate o inicia sesión para\b|(?:este )?artículo (?:ya fue )?guardado\b"
        r"|(?:assine|apoie) (?:o|a) [\w ]{2,20}, (?:apoie|assine|inscreva)|a você que chegou até aqui\b"
        r"|para leer (?:sobre|más)\b.{0,60}\bclic aquí\W*$",
    ),
    (
        ("thomson reuters trust", "zustimmung", "redaktionsnetzwerk", "send it", "send them", "galerie find"),
        r"our standards: the thomson reuters trust|wir würden (?:ihnen )?hier gerne?\b.{0,60}\bzeigen\b"
        r"|\*?[\w.-]{3,30} ist teil des\b.{0,30}\bredaktionsnetzwerk|in unserer galerie finde(?:st"
        r"|n)\b.{0,60}:$"
        r"|got an? (?:\w+ )?(?:joke|story|recipe|photo|question)\b.{0,40}\? send (?:it|them) to\b",
    ),
    (
        ("to reach the", " tip"),
        r"to reach the (?:reporter|editor|author)\b.{0,40}\b(?:e-?mail|contact|call|write)\b"
        r"|(?:got|have|do you have) a (?:news |story |confidential )?tip\b.{0,20}\?",
    ),
    (
        ("escribirnos", "contactarnos", "canal de"),
        r"(?:puedes?|para más información puedes?) (?:escribirnos|contactarnos)\b"
        r"|¿ya sabías que .{2,40} tenemos canal de\b",
    ),
    (
        ("laufenden", "lust auf", "verpassen", "liken"),
        r"lust auf mehr\?|nichts (?:neues |mehr )?verpassen\b.{0,60}$|(?:liken|folgen) sie uns auf \w+"
        r"|bleib(?:en sie|t)? auf dem laufenden\b.{0,120}(?:@|newsletter|folg)",
    ),
    (
        (" app", "click here", "tap here", "hier klicken", "sie hier", "clic aquí", "cliquez ici"),
        r"if you(?:['’]re| are) (?:on|in|using|viewing) (?:the|our|this) .{2,40}\bapp,? (?:click|tap|press)\b"
        r"|(?:click|tap) here to (?:watch|see|read|view|listen|download|subscribe|sign|get|register)\b"
        r"|(?:hier klicken|klicken sie hier),? um\b|(?:haga|haz) clic aquí para\b|cliquez ici pour\b",
    ),
    (
        ("printausgabe", "originally", "first appeared", "first published", "version of this", "zuerst"),
        r"die (?:komplette |gesamte )?printausgabe (?:der|des|von)\b"
        r"|this (?:article|story|post|piece|essay|column) (?:was )?(?:originally|first) (?:appeared"
        r"|published|posted|ran)\b"
        r"|a version of this (?:article|story|essay|post) (?:originally |first )?(?:appear|ran|was)"
        r"|(?:der|dieser) (?:artikel|beitrag|text) (?:ist|erschien|wurde) zuerst (?:in|im|auf|bei|am)\b",
    ),
    (
        (
            "mit dem laden", "extern", "cookies", "privatsphäre", "datenübertragung", "einverstanden",
            "mit einem klick", "einwilligung",
            "zustimmung",
        ),
        r"mit dem laden (?:des|der|dieses|dieser) \w{3,30} akzeptieren\b"
        r"|(?:an dieser stelle|hier) (?:finden sie|findest du|findet ihr|steht"
        r"|befindet sich)\b.{0,80}\bextern\w* inhalt"
        r"|wir (?:respektieren|schützen|achten) (?:deine|ihre|eure) privatsphäre\b"
        r"|ich bin (?:damit )?einverstanden, dass (?:mir )?(?:der |diese[rs]? )?(?:externe[rs]? )?inhalte?\b"
        r"|deine privatsphäre-einstellungen verhindern\b|externer inhalt nicht verfügbar\W*$"
        r"|(?:sie können|du kannst) (?:sich|dir|ihn|es) .{0,60}\bmit einem klick\b.{0,40}\b(?:anzeigen"
        r"|ausblenden)"
        r"|(?:video überspringen )?(?:hinweis: )?wenn sie dieses (?:video|element)\b.{0,40}\bdatenübertragung"
        r"|(?:dieser|dieses|diese) (?:externe )?(?:inhalt|video|tweet|karte|element"
        r"|podcast)\b.{0,80}\b(?:cookies"
        r"|zustimmung|einwilligung|datenschutz\w*)\b",
    ),
    (
        ("cookies", "privacy", "consent", "you agree", "you accept"),
        r"by (?:loading|clicking|playing|viewing) (?:on )?(?:this|the)\b.{0,60}\b(?:agree|accept|consent)\b"
        r"|(?:this (?:content|video|post|tweet|embed)|to (?:view|see|show|watch) this (?:content|video"
        r"|post|embed))\b"
        r".{0,80}\b(?:cookies|consent|privacy settings)\b"
        r"|(?:ce contenu|cette vidéo|pour (?:voir|afficher|lire) (?:ce|cette)|este contenido|este v[ií]deo"
        r"|para ver este)\b.{0,100}\bcookies\b",
    ),
    (
        ("kooperation", "zusammenarbeit", "sponsored", "in partnership"),
        r"\W*(?:dieser|der) (?:beitrag|artikel|text) (?:ist|entstand|wurde)\b.{0,30}\b(?:kooperation"
        r"|zusammenarbeit) mit\b"
        r"|\W*this (?:article|post|content|story) (?:is|was) (?:sponsored|produced in partnership"
        r"|paid for)\b",
    ),
    (
        ("gewähr", "symbolbild"),
        r"(?:©.{0,30})?\(?alle angaben ohne gewähr\b.{0,20}$|fotos? sind\b.{0,40}\bsymbolbilder?\b.{0,10}$",
    ),
    (
        ("galerie", "gallery", "photos"),
        r".{0,40}\b(?:durchstöbern|klicken) sie (?:sich durch )?(?:die|unsere"
        r"|diese) (?:folgenden? )?(?:galerie|bilder)\b"
        r"|(?:click|scroll) through (?:the|this|our) (?:gallery|photos|slideshow)\b",
    ),
    (
        ("nuestro canal", "más información"),
        r"¡?(?:mira|visita|conoce)\b.{0,50}\bnuestro canal de (?:youtube|telegram|whatsapp)\b"
        r"|más información\b.{0,40}\ben [\wáéíóú-]+\.[a-z]{2,3}$",
    ),
    (
        ("link",),
        r".{0,60}\b(?:gekennzeichnete|markierte)n?\b.{0,80}\b(?:links?|bezugsquellen)\b"
        r".{0,80}\b(?:partner|affiliate|provision|werbe)"
        r"|(?:wenn|falls) (?:du|ihr|sie) (?:über|auf) (?:diese|einen|solche|einen dieser"
        r"|unsere)\b.{0,40}links?\b"
        r".{0,60}(?:kauf|bestell)",
    ),
)  # fmt: skip
"""Beginnings of notices, each with cues one of which it has: to compile one takes a millisecond or two."""
