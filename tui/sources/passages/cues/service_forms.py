"""Forms of what a site says of its services, in lower case: broadcasts, reprints, members, series."""

from __future__ import annotations

SERVICES = (
    (
        ("coment",),
        r"(?:atenção|atención|nota|aviso|importante): (?:os |los )?coment[aá]rios\b"
        r".{0,120}\b(?:aprovados|aprobados"
        r"|moderad|publicados|eliminados|removidos)",
    ),
    (
        ("personal, non-commercial use", "reprints", "presentation-ready", "article has been sent"),
        r"this copy is for your personal, non-commercial use\b|(?:to order|for) (?:\S+ ){0,8}(?:copies"
        r"|reprints)\b"
        r".{0,160}\b(?:visit|contact|call)\b|this article has been sent to\b",
    ),
    (
        ("error has occurred", "something went wrong"),
        r"an error has occurred,? please try\b|something went wrong\W{1,3}please try\b",
    ),
    (
        ("coverage",),
        r"(?:follow|see|find|read|get) (?:\S+ ){0,4}?coverage (?:of|on|at|from)\b.{0,80}\b(?:at|on"
        r"|here)\b.{0,60}$",
    ),
    (
        ("through this", "through our", "through links", "using our", "using the links", "from links",
        "through the links"),
        r"(?:if|when) you (?:buy|purchase|shop|click|make a purchase)\b.{0,60}\b(?:through|via|using"
        r"|from) (?:this|our|the"
        r"|these|links)\b.{0,60}\b(?:may|might|will|can) (?:get|earn|receive|make)\b",
    ),
    (
        ("listen back", "listen live"),
        r"listen (?:to .{2,40} )?live\b.{0,40}\b(?:at|on|weekdays|from)\b",
    ),
    (
        ("video has failed", "video could not be", "video konnte nicht"),
        r"(?:we apologi[sz]e|sorry)\W{1,3}(?:but )?(?:this|the) video\b|(?:this|the|dieses|das) video"
        r" (?:has failed"
        r"|could not be|konnte nicht)\b",
    ),
    (
        ("dieses thema im programm", "dieses thema berichte", "sendung:", "verfügbar bis", "fehler gefunden"),
        r"über dieses thema berichtete?n?\b|dieses thema im programm:|sendung: .{3,60}\d{4}\b.{0,20}$"
        r"|(?:[\d:]+ min\W*)?verfügbar"
        r" bis \d"
        r"|fehler gefunden\?",
    ),
    (
        ("article à lire", "aux abonnés"),
        r"il vous reste\b.{0,20}\bde cet article à lire\b|la suite est réservée aux abonnés\b",
    ),
    (
        ("suscripción", "tu cuenta"),
        r"¿quieres (?:añadir|agregar) otro usuario\b|(?:si|en el caso de)\b.{0,80}\b(?:tu cuenta|este"
        r" dispositivo)\b"
        r".{0,160}\b(?:suscripción|contraseña|usuario|dispositivo|premium)\b",
    ),
    (
        ("会員登録", "会員限定", "会員の方", "有料記事", "読み放題", "会員になると", "マイページ"),
        r".{0,60}(?:会員登録が必要|会員限定(?:です|の記事)|有料記事(?:を|が|も)お?読|記事.{0,4}読み放題"
        r"|会員の方のみ"
        r"|会員登録できます|マイページで).{0,30}$",
    ),
    (
        ("get in touch", "more stories like this"),
        r"get in touch with (?:our|the) .{2,30}\b(?:by|at|on|via)\b|for more stories like this\b",
    ),
    (
        ("durchschnittliche bewertung", "machine translat", "maschinelle übersetzung",
        "automatisiert übersetzt"),
        r"durchschnittliche bewertung\W{1,3}\d|dies ist eine maschinelle übersetzung\b",
    ),
    (
        ("meinung der redaktion", "full access to this", "wörter im text", "liveblog", "finden sie hier"),
        r"(?:gastkommentare|gastbeiträge|beiträge|kommentare)\b.{0,120}\bnicht\b.{0,40}\bmeinung der"
        r" redaktion\b"
        r"|(?:seine|ihre|alle|weitere|aktuelle|mehr)"
        r" (?:(?:artikel|texte|beiträge|informationen) finden sie hier\W*$"
        r"|.{3,80} finden sie\b.{0,20} in unserem liveblog\W*$)"
        r"|you have full access to this article\b|bitte markieren sie .{0,40}\bwörter im text\b",
    ),
    (
        ("unsubscribe", "your email into", "your email in the", "rest assured", "we'll send you",
        "we’ll send you"),
        r"(?:simply )?(?:pop|enter|put|type) your e-?mail (?:address )?(?:in|into)\b|you can unsubscribe\b"
        r"|(?:and )?rest assured that your data\b|every (?:day|week|morning) we['’]ll send you\b",
    ),
    (
        ("trabajo de", "comunidad de lectores", "los comentarios", "se financia"),
        r"si te parece valios[oa] (?:el|este|nuestro)\b|únete a nuestra comunidad\b|conoce (?:acá|aquí)"
        r" cómo se"
        r" financia\b|los comentarios están (?:inhabilitados|cerrados|deshabilitados)\b",
    ),
    (
        ("letter/e-mail", "letter or e-mail", "comments and/or", "your comments and", "our core value"),
        r"if the (?:letter|e-?mail)\b.{0,30} you sent\b|feel free to send us your comments\b"
        r"|freedom of speech is our core value\b",
    ),
    (
        ("is part of", "was produced", "made possible", "dostępna na stronie"),
        r"this (?:article|story|post|piece|report) is part of (?:a|an|our|the)\b.{0,40}\bseries\b"
        r"|this (?:project|story|article|reporting) was (?:produced|made possible"
        r"|supported)\b.{0,20}\b(?:support|grant"
        r"|fund)|publikacja dostępna na stronie\b",
    ),
)  # fmt: skip
"""Beginnings, each with cues one of which it has."""
