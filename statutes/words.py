"""The closed lists of the law rows: each word, and what it means. `check` refuses any other.

Courts are words of `court.kind` in the case file; sex is written as there.
"""

from __future__ import annotations

CONFIDENCE = {
    "verified": "the text itself was read",
    "secondary": "read in a commentary, a report or a table, not in the text",
    "derived": "follows from a text that was read, such as the residual part of the First Schedule",
    "unverified": "from memory; check before use",
}
"""Of a row made of parts the weakest is told; its note says which part is how sure."""
COGNIZABLE = {
    "yes": "police may arrest without a warrant; a special Act's limits on who may are in the note",
    "no": "police need a Magistrate's order, unless it is investigated with a cognizable offence",
    "as_principal": "as the offence abetted, attempted, conspired at or shared in",
    "by_notification": "turns on a State notification; the note says where and how sure",
    "on_complaint": "a court acts only on a complaint by those whom the Act names",
    "not_applicable": "a definition, not an offence",
}
BAILABLE = {
    "yes": "bail is a right",
    "no": "bail is for the court; a special Act's own bars are in the note",
    "as_principal": "as the offence abetted, attempted, conspired at or shared in",
    "by_notification": "turns on a State notification; the note says where and how sure",
    "unresolved": "the sources read contradict each other; the note says which",
    "not_applicable": "a definition, not an offence",
}
TERMS = {
    "life_as_minimum": "nothing less than imprisonment for life",
    "rest_of_life": "life means the rest of the convict's natural life",
    "life_or_term": "life, or a term up to `max_months`",
    "as_principal": "as the offence abetted, attempted, conspired at or shared in",
    "added_to_principal": "on top of the punishment of another offence",
    "half_of_longest": "up to half of the longest term of the offence attempted, half of life included",
    "no_maximum_stated": "the Act names a minimum and no maximum",
    "court_may_go_lower": "the court may go below the minimum for reasons that it writes down",
    "fine_only": "no imprisonment",
    "no_sentence": "a definition without a sentence of its own",
}
RELATIONS = {
    "same": "nothing that matters to a charge has moved",
    "changed": "the same offence with another term, age or reach",
    "merged": "several old sections in one new one",
    "split": "one old section in several new ones",
    "corresponds": "the new home of a rule of procedure or evidence; `change` says what moved",
    "new": "nothing answered to it in the old code",
    "omitted": "nothing answers to it in the new code",
}
SIDES = {
    "catalogue": "has rows of ours",
    "outside": "a section outside the catalogue: real law, but no row of ours",
    "none": "that code has no such section",
}
IMPRISONMENT = {
    "rigorous": "with hard labour",
    "simple": "without",
    "either": "rigorous or simple, as the court orders",
    "life": "for life",
    "unspecified": "the section does not say which",
    "as principal": "as the offence abetted, attempted, conspired at or shared in",
    "none": "no imprisonment of its own",
}
NUMBERS = {
    "one person": "one, an adult: a child has a graver limb",
    "more than one person": "two or more, of any age",
    "one child": "one under the age",
    "more than one child": "two or more under the age",
}
SEXES = {"F": "female", "M": "male", "T": "transgender"}
COMMUNITIES = {"SC/ST": "of a Scheduled Caste or a Scheduled Tribe"}
COURTS = {
    "magistrate": "a Judicial or Metropolitan Magistrate; of which class is in `triable_words`",
    "executive_magistrate": "an Executive Magistrate given the powers",
    "sessions": "Court of Session",
    "special_pocso": "Special Court under POCSO s. 28",
    "special_itpa": "Special Court under ITPA s. 22A",
    "special_mcoca": "Special Court under the MCOCA",
    "special_scst": "Exclusive Special Court or Special Court under the SC/ST Act s. 14",
    "childrens_court": "Children's Court under the JJ Act",
}
