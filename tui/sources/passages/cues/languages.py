"""Cues to boilerplate in German, French, Spanish, Portuguese, Italian, Dutch, Polish and other languages.

Each is a form of a whole line, as in English; a sentence that only has such words in it is article text.
Forms are in lower case, and so is the text in which they are looked for: with `re.I` patterns take three
times as long to compile.
"""

from __future__ import annotations

from functools import cache

from tui.sources.lazy_pattern import has_any, lazy_pattern

MAX_OFFER_WORDS, MAX_PAID_LINKS_WORDS = 40, 90
MAX_POINTER_HEADING = 80
"""Longest heading above pointers to other articles, in characters."""

_LABEL_LIST = """
    teilen, teilen mit, drucken, merken, anzeige, werbung, kommentare, kommentar schreiben, keine kommentare,
    kommentare lesen, kommentierte artikel, weiterlesen, mehr lesen, mehr dazu, mehr zum thema,
    mehr anzeigen, hier anmelden, interessante links,
    lesen sie auch, lesen sie mehr, lesen sie hier mehr, lesen sie hier mehr., hier weiterlesen, lies auch,
    auch interessant, auch lesen, siehe auch, schon gelesen?,
    lust auf mehr?, passend zum thema, zum weiterlesen, zum thema, themen, schlagwörter, schlagworte,
    stichwörter, auf die merkliste, vorlesen, artikel vorlesen, newsletter abonnieren,
    zum newsletter anmelden, jetzt abonnieren, nach oben, startseite,
    zur startseite, zurück, zurück zur übersicht, inhaltsverzeichnis, inhalt, quellenangaben, bild anzeigen,
    bild vergrößern, bildergalerie, bildnachweis, bildquelle, fotostrecke, empfohlener externer inhalt,
    externer inhalt, impressum,
    sieh dir diesen beitrag auf instagram an, neue kommentare, zu den autoren, zu den autorinnen,
    über den autor, über die autorin, über die autoren, autor:innen, autor*innen, sobre el autor,
    sobre la autora,
    à propos de l'auteur, je m'abonne, ver esta publicación en instagram,
    continua depois da publicidade,
    empfohlener redaktioneller inhalt, externer inhalt nicht verfügbar, 分享让更多人看到, 詳しくはこちら,
    完了しました, noticia relacionada, datenschutz, kontakt, ansprechpartner, meistgelesen, meist gelesen,
    meist-diskutiert, top-themen,
    aktuelle nachrichten, beiträge aus dem forum, beitrags-navigation, diesen artikel teilen, artikel teilen,
    compartir, comparte, síguenos, siguenos, síguenos en, siguenos en, comentarios, temas, etiquetas,
    publicidad, notas relacionadas, noticias relacionadas,
    seguir leyendo, nota relacionada, contenido relacionado, artículos relacionados, te puede interesar,
    le puede interesar, lo más leído,
    lo más visto, más noticias, más información, leer más, ver más, lea también, lea más, suscríbete,
    compartilhe, compartilhar, leia também, leia mais, saiba mais, veja também, mais lidas, publicidade,
    partager, commentaires, publicité, à lire aussi, lire aussi, lire la suite, sur le même sujet,
    articles similaires, articles liés, pour aller plus loin, les plus lus, voir aussi, s'abonner,
    pour lire la suite, pour accéder en illimité, connectez-vous, connectez-vous ici,
    condividi, leggi anche, pubblicità, commenti, articoli correlati,
    delen, lees ook, lees meer, reacties, advertentie, meer over dit onderwerp, czytaj też, czytaj także,
    czytaj więcej, zobacz też, zobacz także, udostępnij, komentarze, reklama, polecamy, przeczytaj także,
    läs också, läs även, läs mer, dela, les også, les mer, læs også, lue myös, jaa,
    поделиться, читайте также, комментарии, реклама, 分享, 广告, 相关阅读, 相关新闻, 責任編輯, 责任编辑
    """

_POINTER_LIST = """
    a lire aussi, a lire, notas relacionadas, notas relacionada, nota relacionadas, nota relacionada,
    noticias relacionadas, noticias relacionada, noticia relacionadas, noticia relacionada, te recomendamos
    leer, te recomendamos, recomendado, más noticias, seguir leyendo, también puedes leer también, también
    puedes leer, también puede leer también, también puede leer, también puedas leer también, también puedas
    leer, también pueda leer también, también pueda leer, puedes leer también, puedes leer, puede leer
    también, puede leer, puedas leer también, puedas leer, pueda leer también, pueda leer, lea aquí, lea
    también, lea más, lea además, lea, lee también, lee más, lee además, lee, leer también, leer más, leer
    además, leer, vea también, vea más, vea además, vea, mire también, mire más, mire además, mire, ver
    también, ver más, ver además, ver, conozca también, conozca más, conozca además, conozca, mira también,
    mira, puedes ver, te puede interesar, le puede interesar, leia também, leia mais, veja também, veja
    mais, saiba mais, à lire aussi, à lire, lire aussi, voir aussi, auch lesen, lesen sie auch, lesen sie
    mehr auch, lesen sie mehr, lesen sie hier auch, lesen sie hier, lesen sie dazu auch, lesen sie dazu,
    lest auch, lest mehr auch, lest mehr, lest hier auch, lest hier, lest dazu auch, lest dazu, lesies auch,
    lesies mehr auch, lesies mehr, lesies hier auch, lesies hier, lesies dazu auch, lesies dazu, sehen sie
    auch, seht auch, weiter lesen, weiterlesen, mehr lesen, lesetipp, leseempfehlung, mehr dazu lesen sie
    hier, mehr dazu lesen sie, das könnte sie auch interessieren, das könnte sie interessieren, das könnte
    dich auch interessieren, das könnte dich interessieren, das könnte euch auch interessieren, das könnte
    euch interessieren, mehr dazu, mehr zum thema, siehe auch, auch interessant, passend dazu, przeczytaj
    też, przeczytaj także, przeczytaj więcej, czytaj też, czytaj także, czytaj więcej, zobacz też, zobacz
    także, zobacz również, dowiedz się więcej, leggi anche, lees ook, lees meer, les også, les mer, läs
    också, läs även, läs mer, læs også, lue myös, читайте также, смотрите также
    """
_POINTER_SIGNS = ":|»>–—"
_POINTER_HEADINGS = lazy_pattern(
    r"(?:weitere|mehr|empfohlene|ähnliche|verwandte|passende)(?: aktuelle| interessante)? (?:artikel|beiträge"
    r"|themen|informationen|infos|nachrichten|meldungen|links|tipps|zum thema|von|über|aus)\b.{0,50}"
    r"|(?:das|dies|dieses thema|das thema) könnten? (?:sie|dich|euch|ihnen) auch (?:interessieren|gefallen).?"
    r"|lesen sie (?:auch|dazu|mehr)\b.{0,40}:|auch auf \S{3,30}|top-?themen (?:bei|auf) .{2,30}"
    r"|(?:más|mais) sobre .{2,40}|(?:plus d'articles|sur le même thème|dans la même rubrique).{0,30}"
    r"|meer over .{2,40}|więcej o .{2,40}"
)
_POINTER_STARTS = (
    "weitere ", "mehr ", "empfohlene ", "ähnliche ", "verwandte ", "passende ", "das ", "dies", "lesen sie ",
    "auch auf ", "top", "más ", "mais ", "plus d", "sur le ", "dans la ", "meer over ", "więcej o ",
)  # fmt: skip
_OFFER_VERBS = lazy_pattern(
    r"(?:^|[.!?…:] )\W*(?:(?:bitte|hier|jetzt|gleich|und) )*(?:abonnier(?:e|en sie|t)"
    r"|melden? (?:sie sich|dich)|registrier(?:e dich|en sie sich|t euch)|folg(?:e|en sie|t) (?:uns|mir)"
    r"|verpassen sie|bestellen sie|erhalten sie|suscríb[ea]\w*|suscriba(?:se)?|suscrib(?:ir)?te|únete"
    r"|síguenos|siga|recib[ae]|hazte|regístr\w+|assine|inscreva-se|siga-nos|receba|abonnez|inscrivez|recevez"
    r"|suivez|rejoignez|iscriviti|seguici|abbonati|schrijf je in|volg ons|zapisz się|zapraszamy"
    r"|subskrybuj|dołącz)\b"
    r"|\b(?:suscríbete|síguenos|únete|abonnez-vous|inscrivez-vous|suivez-nous|iscriviti|inscreva-se"
    r"|verpassen sie (?:nichts|kein\w*)|hier (?:geht(?:['’]?s| es)|entlang))\b"
)
"""Imperatives, most only where a sentence begins: elsewhere reports have such forms (`recibe`, `siga`)."""
_OFFER_NOW = lazy_pattern(
    r"(?:^|[.!?…:] )\W*(?:jetzt|hier|kostenlos)\b.{0,40}\b(?:(?:abonnieren|anmelden|registrieren"
    r"|bestellen|zur anmeldung)\b"
    r"|(?:folgen|lesen|testen|sichern)!?$)|\bhier entlang\b|[.!?] hier geht(?:['’]?s| es) "
)
_OFFER_OBJECTS = lazy_pattern(
    r"newsletter|[\w-]+-app\b|e-paper|probeabo|im abo\b|unser(?:en|em)? (?:kanal|podcast|app)|whatsapp"
    r"|telegram|instagram"
    r"|facebook|twitter|youtube|boletín|nuestro canal|notre lettre|prenumerat|subskrypcj"
)
_OFFER_CUES = (
    "im abo",
    *"newsletter -app e-paper probeabo unser whatsapp telegram instagram facebook twitter youtube boletín"
    " nuestro notre prenumerat subskrypcj".split(),
)
_QUOTED = lazy_pattern('[“„«‘‚"]|»[^«]*«')
"""How a text begins that somebody is quoted with."""
_SAID = lazy_pattern(
    r"\b(?:sagt(?:e|en)?|erklärte?|betonte?|forderte?|bat|dijo|dice|afirmó|disse|afirmou|a dit|ha detto|zei"
    r"|powiedział\w*)\b"
)
"""Words of saying: a sentence with one of them is a report, also without quotation marks."""
_AFFILIATE = lazy_pattern(
    r"\b(?:affiliate[- ]?links?|affiliate commission|we (?:may |might |can )?(?:also )?earn a commission"
    r"|our independent review process"
    r"|products from one or more of our advertisers|links zu (?:anbietern|partnern|händlern|shops)"
    r"|(?:erhalten|bekommen|verdienen) wir (?:ggf\. |gegebenenfalls )?eine (?:kleine )?provision"
    r"|links?\b.{0,120}\b(?:earn a commission|eine (?:kleine )?provision))\b"
)
_ACCOUNT = lazy_pattern(
    r"(?:ou )?si vous avez déjà un compte\b|profitez de (?:notre|nos) offres?\b"
    r"|para recibir .{0,40}\bactualizaciones\b"
    r"|(?:sie haben|du hast) (?:bereits|schon) ein (?:konto|abo)(?: bei uns)?(?:[?!]|$)"
    r"|(?:sie sind )?(?:bereits|schon) (?:abonnent(?:in)?|kunde|registriert)\?"
    r"|sie müssen (?:sich (?:\S+ ){0,3}(?:anmelden|einloggen|registrieren)|eingeloggt|angemeldet)\b"
    r".{0,40}\bkomment(?:ar|ieren)"
    r"|die kommentare der (?:user|leser|nutzer) (?:geben|spiegeln|stellen|sind)\b.{0,20}\b(?:nicht|keine)\b"
    r"|mit der registrierung (?:akzeptiere|stimme) ich|die datenschutzerklärung habe ich\b"
    r"|este (?:audio|contenido|artículo) es (?:una característica )?exclusiv[oa] para sub?scri"
    r"|¿ya (?:eres suscriptor|tienes (?:una )?cuenta)\b|già abbonat[oai]\b|já é assinante\b|déjà abonnée?\b"
)
_ACCOUNT_CUES = (
    "ein abo",
    *"compte offre actualizaciones konto abonn abbonat kunde regist komment datenschutz suscri subscri cuenta"
    " assinante".split(),
)
_DONATION = lazy_pattern(
    r"wir (?:sind|arbeiten) (?:\S+ ){0,2}spendenfinanziert\b"
    r"|wir finanzieren uns (?:nur |ausschließlich |vor allem )?(?:durch|über) spenden\b"
    r"|(?:[^.?!]{1,60}\? )?(?:bitte )?unterstütze(?:n sie)? (?:uns|unsere? (?:arbeit|journalismus"
    r"|redaktion))\b"
    r"|jede (?:noch so )?(?:kleine )?spende (?:hilft|zählt)\b|haz(?:te|rte) (?:miembro|socio|suscriptor)"
)
_DONATION_CUES = ("spend", "unterstütze", "miembro", "socio", "suscriptor")
_MISTAKES = lazy_pattern(
    r"\b(?:(?:repéré|trouvé|remarqué) une (?:erreur|faute)|fehler (?:gefunden|entdeckt|melden)"
    r"|encontr(?:aste|ó|ou) (?:un|algún|um|algum) err?or?\b|trovato un errore|fout (?:gezien|ontdekt)"
    r"|(?:zauważyłeś|znalazłeś) błąd|(?:spotted|noticed|found) (?:a|an) (?:typo|error|mistake))"
)
_MISTAKE_CUES = tuple("erreur faute fehler error erro ero fout błąd typo mistake".split())
_RIGHTS = lazy_pattern(
    r"\b(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados"
    r"|todos os direitos reservados|tutti i diritti riservati|alle rechten voorbehouden"
    r"|wszelkie prawa zastrzeżone|materiał chroniony prawem|copyrighted property of|reproduction interdite"
    r"|prohibida (?:su|la) reproducción|все права защищены|무단 ?전재|無断転載|版权所有)"
)
_RIGHTS_CUES = (
    "recht",
    "droit",
    "derecho",
    "direito",
    "diritti",
    "praw",
    "copyright",
    "reproduc",
    "права",
    "전재",
    "転載",
    "版权",
)
_CREDIT = lazy_pattern(
    r"(?:(?:(?:Image|Photo|Picture) [Cc]redits?|Symbolgrafik|Rubriklistenbild|[Ff]eatured [Ii]mage"
    r"|[Hh]eader [Ii]mage|Fotos?|FOTOS?|Bilde?r?|Titelbild|Beitragsbild"
    r"|Bild(?:er)?quellen?|Bildnachweise?|Bildrechte"
    r"|Bildcredits?|Fotocredits?|Symbolbild|Grafik|Quellen?(?: de[rs] \w{3,20})?|Copyright"
    r"|Crédits? ?(?:photos?)?|Crédito|Fotograf(?:ía|ia|ie)|Imagen|Imagem|Fuente|Fonte"
    r"|Fot\.?|Zdjęcie|Źródło|Sources?|SOURCES?|Immagine|Beeld|Image|Images|Photo|Photos|Illustration"
    r"|Фото|Источник)\s*:\s*|©\s*)"
    r"(?:[^.!?:]|\.(?=[a-z])|:(?=\d)){2,90}"
)

_PICTURE = lazy_pattern(
    r"(?:(?:Foto|Bild|Fotos|Bilder|Symbolbild|Photo|Fot\.|Imagen|Imagem)\s?:|©|\(c\)) ?[^.!?:]{2,60}"
)
_PICTURE_STARTS = ("Fot", "Bild", "Symbolbild", "Photo", "Ima", "©", "(c)")
_AGENCY = lazy_pattern(
    r"\((?:con información de )?(?:dpa|sid|kna|epd|apa|afp|efe|ap|reuters|sda|ats|ansa|pap|ots)\b"
    r"[^()]{0,30}\)\.?"
)


@cache
def _words(listed: str) -> frozenset[str]:
    """The entries of a list with commas between them."""
    return frozenset(" ".join(entry.split()) for entry in listed.split(","))


def is_foreign_label(bare: str) -> bool:
    """Whether a line in lower case and without decoration is a label such as `teilen`."""
    return bare in _words(_LABEL_LIST) or (" " in bare and bare in _words(_POINTER_LIST))


def is_pointer_label(bare: str) -> bool:
    """Whether a line in lower case and without decoration announces other articles: `lea también`."""
    return bare in _words(_POINTER_LIST)


def is_foreign_pointer(text: str) -> bool:
    """Whether it points to other articles: `Lea también: ...`, `Weitere Artikel`."""
    text = text.lower()
    place = min((found for sign in _POINTER_SIGNS if (found := text.find(sign)) >= 0), default=-1)
    if place >= 0 and text[:place].rstrip() in _words(_POINTER_LIST) and text[place + 1 :].strip():
        return True
    bare = text.rstrip(" :")
    return (
        len(text) <= MAX_POINTER_HEADING
        and text[-1:] not in ".!"
        and text.startswith(_POINTER_STARTS)
        and any(map(_POINTER_HEADINGS.fullmatch, (bare, text)))
    )


def is_foreign_offer(text: str) -> bool:
    """Whether it offers a newsletter or an account, or asks for mistakes."""
    text = text.lower()
    if len(text.split()) > MAX_OFFER_WORDS:
        return False
    may_offer = has_any(text, _OFFER_CUES) and _OFFER_OBJECTS.search(text)
    return bool(
        (has_any(text, _DONATION_CUES) and _DONATION.match(text))
        or (has_any(text, _ACCOUNT_CUES) and _ACCOUNT.match(text))
        or (text[-1:] in "?:" and has_any(text, _MISTAKE_CUES) and _MISTAKES.search(text))
        or (may_offer and (_OFFER_VERBS.search(text, 0, 60) or _OFFER_NOW.search(text)))
    ) and not (_QUOTED.match(text) or _SAID.search(text))


def tells_paid_links(text: str) -> bool:
    """Whether it says that links are paid for: `We may earn a commission ...`"""
    text = text.lower()
    if not has_any(text, ("link", "provision", "commission", "review process", "advertisers")):
        return False
    if len(text.split()) > MAX_PAID_LINKS_WORDS or not _AFFILIATE.search(text):
        return False
    return not (_QUOTED.match(text) or _SAID.search(text))


def is_foreign_rights(text: str) -> bool:
    """Whether it reserves rights: `Alle Rechte vorbehalten`."""
    text = text.lower()
    return has_any(text, _RIGHTS_CUES) and bool(_RIGHTS.search(text))


def is_foreign_credit(text: str) -> bool:
    """Whether it is just a picture's credit: `Foto: Jane Doe`, `© Agency`."""
    return bool((":" in text or "©" in text) and _CREDIT.fullmatch(text)) or (
        text.startswith("(") and bool(_AGENCY.fullmatch(text.lower()))
    )


def has_picture_credit(text: str, start: int) -> bool:
    """Whether the text from `start` on names whose picture it is: `Foto: Jane Doe`."""
    return text.startswith(_PICTURE_STARTS, start) and bool(_PICTURE.fullmatch(text, start))
