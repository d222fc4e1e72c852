"""The patterns of fact that the charge suggestions read, in plain words and in no way a finding."""

from __future__ import annotations

from tracker.domain.word import Word


class FactWord(Word):
    """Patterns of fact that the charge suggestions read."""

    PREMISES_USED_FOR_PROSTITUTION = (
        "premises_used_for_prostitution",
        "premises used for prostitution",
        "A place was kept, let or run as a brothel.",
    )
    LIVED_ON_EARNINGS = (
        "lived_on_earnings",
        "lived on the earnings",
        "Lived on what another earned by prostitution.",
    )
    PROCURED = "procured", "procured or induced", "Brought, persuaded or took a person for prostitution."
    DETAINED = (
        "detained",
        "kept in a place for prostitution",
        "Kept a person where prostitution is carried on.",
    )
    PUBLIC_PLACE = (
        "public_place",
        "in a notified or public place",
        "Prostitution in a notified area or public place.",
    )
    NEAR_PUBLIC_PLACE = (
        "near_public_place",
        "near a public place",
        "Within 200 metres of a school, temple, hospital or the like.",
    )
    SOLICITED = "solicited", "solicited", "Called or signed to people in public for prostitution."
    TRAFFICKED_BY_FORCE_FRAUD_OR_PAYMENT = (
        "trafficked_by_force_fraud_or_payment",
        "trafficked by force, fraud or payment",
        "Any of the means that the trafficking section names.",
    )
    BOUGHT = "bought", "bought", "Paid for, hired or took possession of a person."
    SOLD = "sold", "sold", "Sold, let for hire or handed over a person."
    USED_FOR_SEX = "used_for_sex", "used for sexual exploitation", "The person was exploited for sex."
    CHILD_SEXUAL_ASSAULT = "child_sexual_assault", "child sexually assaulted", "Any sexual act with a child."
    RAPE = "rape", "rape", "Intercourse or penetration without consent."
    IMAGES_SENT_ONLINE = (
        "images_sent_online",
        "pictures sent online to sell",
        "Pictures of the person were sent to customers.",
    )
    CHILD_SEXUAL_IMAGES = "child_sexual_images", "sexual images of a child", "Made, kept, sent or watched."
    THREATS = "threats", "threats", "Threatened with harm, shame or debt."
    WRONGFUL_CONFINEMENT = "wrongful_confinement", "wrongfully confined", "Locked in or kept from leaving."
    FORCED_LABOUR = "forced_labour", "forced labour", "Made to work against the will."
    BONDED_LABOUR = "bonded_labour", "bonded labour", "Made to work for a debt or advance."
    CHILD_LABOUR = "child_labour", "child labour", "A child or adolescent put to forbidden work."
    FORCED_BEGGING = "forced_begging", "forced begging", "A person, most often a child, made to beg."
    IMPORTED_FROM_ABROAD = (
        "imported_from_abroad",
        "brought from abroad",
        "Brought into India from another country.",
    )
    ORGAN_REMOVAL = "organ_removal", "organ removed", "Trafficked for an organ, or an organ traded."
    PUBLIC_SERVANT_INVOLVED = (
        "public_servant_involved",
        "public servant involved",
        "An official took part or looked away.",
    )
    SEVERAL_ACTORS = (
        "several_actors",
        "several people acting together",
        "A common intention or a plan of more than one.",
    )
    ORGANISED_SYNDICATE = (
        "organised_syndicate",
        "organised crime syndicate",
        "A gang that does this for gain, again and again.",
    )
    VICTIM_SCHEDULED_CASTE_OR_TRIBE = (
        "victim_scheduled_caste_or_tribe",
        "victim of a Scheduled Caste or Tribe",
        "The accused is not; caste papers are needed.",
    )
    KIDNAPPED = "kidnapped", "kidnapped", "A child taken from the guardian, or a person out of India."
    ABDUCTED = "abducted", "abducted", "Made to go by force or deceit."
    HURT = "hurt", "hurt", "Beaten, burnt, drugged or otherwise hurt."
    MODESTY_OUTRAGED = "modesty_outraged", "modesty outraged", "Force used on a woman to outrage her modesty."
    DISROBED = "disrobed", "disrobed", "Stripped or forced to be naked."
    STALKED = "stalked", "stalked", "Followed or contacted again and again."
    VOYEURISM = "voyeurism", "watched or filmed in private", "Watched or filmed in a private act."
    INSULTED = "insulted", "insulted by word or gesture", "Words or gestures meant to insult a woman."
    TRADED_AS_SLAVES = "traded_as_slaves", "traded as slaves", "Imported, exported, bought or sold as slaves."
    SEX_BY_AUTHORITY = (
        "sex_by_authority",
        "sex by misuse of authority",
        "By one who had charge or trust of the person.",
    )
    SEX_BY_DECEIT = "sex_by_deceit", "sex by deceit", "By a false promise of marriage, work or the like."
    CHILD_HIRED_FOR_CRIME = (
        "child_hired_for_crime",
        "child hired for a crime",
        "A child used to commit an offence.",
    )
    GANG = "gang", "by a gang", "By more than one person together."
    PENETRATIVE = "penetrative", "penetrative", "Penetration of any kind."
    REPEATED_ASSAULT = "repeated_assault", "assaulted more than once", "The assault was repeated."
    MAIMED = "maimed", "maimed", "A child maimed, most often for begging."
    IDENTITY_PUBLISHED = (
        "identity_published",
        "victim's identity published",
        "Name or other identifying particulars were made public.",
    )
    OFFENCE_NOT_REPORTED = (
        "offence_not_reported",
        "offence not reported",
        "Somebody who knew of an offence on a child did not report it.",
    )
    CRUELTY_BY_GUARDIAN = (
        "cruelty_by_guardian",
        "cruelty by one in charge",
        "Cruelty by the person who had charge of the child.",
    )
    DRUGS_TO_CHILD = (
        "drugs_to_child",
        "drugs or drink given to a child",
        "Liquor, drugs or tobacco were given to a child.",
    )
    ILLEGAL_ADOPTION = (
        "illegal_adoption",
        "illegal adoption",
        "A child given or taken outside the law of adoption.",
    )
    PRIVATE_IMAGES = "private_images", "private images", "Pictures of private parts taken or sent."
    OBSCENE_IMAGES = "obscene_images", "obscene images", "Obscene material sent or published."
    CUSTOMER_OF_TRAFFICKED_PERSON = (
        "customer_of_trafficked_person",
        "customer of a trafficked person",
        "Used a person knowing or with reason to know.",
    )
    EARLIER_CONVICTION = (
        "earlier_conviction",
        "convicted before",
        "The accused has an earlier conviction of the kind.",
    )
    EXTORTION = "extortion", "extortion", "Money or things taken by fear."
