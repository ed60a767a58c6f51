"""An invented mandate as plain data: what every layout of the corpus says, in this order."""

TITLE = "Uppdragshandling för samordningsgrupp ljus och akustik, reviderad mars 2026"
FACTS = (
    ("Datum", "2026-03-10"),
    ("Diarienummer", "RS 2025-01234"),
    ("Ansvarsområde", "Ljus, akustik och arbetsmiljö i lokaler"),
    ("Uppdragsgivare", "Fastighetsdirektör"),
    ("Uppdragstagare", "Ordförande i samordningsgruppen"),
)
LEAD = "Gruppen är inrättad för att förvaltningarna ska planera sina lokaler tillsammans."
SECTIONS = (
    (
        "Bakgrund",
        "bakgrund",
        ("Behovet växte fram när tre förvaltningar byggde om samtidigt under 2024.",),
        (),
    ),
    (
        "Syfte med uppdraget",
        "syfte",
        ("Gruppen ska samordna hur ljus och akustik planeras i VGR:s lokaler.",),
        (),
    ),
    (
        "Uppdragsbeskrivning",
        "uppdragsbeskrivning",
        ("Gruppen ska",),
        (
            "ta fram gemensamma riktvärden för ljus",
            "följa upp klagomål på buller två gånger per år",
            "sprida goda exempel mellan förvaltningarna",
        ),
    ),
    (
        "Ekonomiska ramar",
        "avsnitt_ekonomiska_ramar",
        ("Arbetet ryms inom förvaltningarnas egna ramar. Större åtgärder prövas för sig.",),
        (),
    ),
    (
        "Samband och gränsdragning till andra uppdrag",
        "samband",
        ("Frågor om energi hör till energirådet och tas upp där.",),
        (),
    ),
    (
        "Kommunikation",
        "kommunikation",
        ("Gruppens anteckningar publiceras på intranätet inom två veckor.",),
        (),
    ),
    (
        "Beslutsordning",
        "beslutsordning",
        ("Ordföranden rapporterar till uppdragsgivaren i juni och i december.",),
        (),
    ),
)
DECISION = ("Datum för beslut: 2026-03-12", "Kim Exempelsson", "Fastighetsdirektör")
RECIPIENTS_HEADING = "Uppdraget skickas till"
RECIPIENTS = (
    "Gruppens deltagare för genomförande",
    "Förteckningsansvarig handläggare för uppdatering av förteckningen",
)
KEYS = (*(key for _, key, _, _ in SECTIONS), "beslut", "sändlista")


def all_words() -> str:
    """Return the text of it all, in order."""
    parts = [TITLE, *(f"{label} {value}" for label, value in FACTS), LEAD]
    for heading, _, texts, points in SECTIONS:
        parts += [heading, *texts, *points]
    return "\n".join([*parts, *DECISION, RECIPIENTS_HEADING, *RECIPIENTS])
