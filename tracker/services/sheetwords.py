"""The sheets' own words in English, Marathi and Hindi, by key.

Marathi and Hindi as district courts in Maharashtra write them; not yet read by a court translator, which
the sheet's foot need not say, for the words carry no law. Names and refs are printed as they are kept.
A "~" keeps two words on one line.
"""

# ruff: noqa: E501  (a row of the table is a line)

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES = {"en": "en-IN", "mr": "mr-IN", "hi": "hi-IN"}
"""What `--lang` takes, and how a PDF names the language."""

_TABLE = """
title|HEARING CALENDAR|सुनावणी दिनदर्शिका|सुनवाई कैलेंडर
supplement|SUPPLEMENTARY SHEET: only what changed since copy|पुरवणी पत्रक: या प्रतीनंतरचे बदल, प्रत|पूरक पत्रक: इस प्रति के बाद के बदलाव, प्रति
office_copy|OFFICE COPY – do not leave the office|कार्यालयीन प्रत – कार्यालयाबाहेर नेऊ नये|कार्यालय प्रति – कार्यालय से बाहर न ले जाएँ
sample|SAMPLE, invented people|नमुना, काल्पनिक व्यक्ती|नमूना, काल्पनिक लोग
desk_sheet|Desk sheet|टेबल प्रत|मेज़ प्रति
filter|Shown|निवड|चयन
everything|everything|सर्व|सब
not_repeated|conditions not repeated here|अटी येथे दिलेल्या नाहीत|शर्तें यहाँ नहीं दोहराई गईं
advocates|Advocates|वकील|अधिवक्ता
totals|Listed|एकूण सुनावण्या|कुल सुनवाई
by_complex|By complex|न्यायालय संकुलानुसार|न्यायालय परिसर के अनुसार
by_purpose|By purpose|कामकाजानुसार|प्रयोजन के अनुसार
court|Court|न्यायालय|न्यायालय
no_court|Court not recorded|न्यायालय नोंदलेले नाही|न्यायालय दर्ज नहीं
nothing|No hearing listed|सुनावणी नाही|कोई सुनवाई नहीं
closed|Courts closed|न्यायालय बंद|न्यायालय बंद
sr|Sr|क्र.|क्र.
time|Time|वेळ|समय
ref|Ref|संदर्भ|संदर्भ
number|Case no.|प्रकरण क्र.|प्रकरण सं.
what|Purpose|कामकाज|प्रयोजन
last|Last date|मागील तारीख|पिछली तारीख
who|Advocate|वकील|अधिवक्ता
notes|To mind|लक्ष द्या|ध्यान दें
next|Next date|पुढील तारीख|अगली तारीख
outcome|Outcome|निष्पत्ती|परिणाम
boxes|[~]~held  [~]~part  [~]~adj.  [~]~not~reached|[~]~झाली  [~]~अंशतः  [~]~तहकूब  [~]~पुकारली~नाही|[~]~हुई  [~]~आंशिक  [~]~स्थगित  [~]~नहीं~पुकारी
parties|Parties|पक्षकार|पक्षकार
police|Station, FIR, sections|ठाणे, गुन्हा क्र., कलमे|थाना, एफआईआर, धाराएँ
adjournments|adj.|तहकुबी|स्थगन
day|Day|दिवस|दिन
listed|Listed|सुनावण्या|सुनवाई
due|Dates of the law|कायद्याच्या मुदती|कानूनी तिथियाँ
more|more|आणखी|और
annex_a|A. No next date|अ. पुढील तारीख नाही|अ. अगली तारीख नहीं
annex_b|B. Clocks that end by|आ. या दिवसापर्यंत संपणाऱ्या मुदती:|आ. इस दिन तक समाप्त होने वाली अवधियाँ:
annex_c|C. Clashes, and who covers|इ. एकाच वेळी दोन न्यायालये; कोण जाईल|इ. टकराव, और कौन जाएगा
sunday|Sunday|रविवार|रविवार
annex_d_first|D. Changes since the last copy|ई. मागील प्रतीनंतरचे बदल|ई. पिछली प्रति के बाद के बदलाव
annex_d|D. Changes since copy|ई. बदल, या प्रतीनंतर:|ई. बदलाव, इस प्रति के बाद:
none|none|काही नाही|कोई नहीं
since|Since|पासून|से
last_day|Last day|शेवटचा दिवस|अंतिम दिन
left|days left|दिवस शिल्लक|दिन शेष
passed|PASSED|मुदत संपली|अवधि बीती
person|Who|कोणाबाबत|किसका
covers|Covered by|कोण जाईल|कौन जाएगा
change|Change|बदल|बदलाव
added|ADDED|नवीन|नया
moved|MOVED|बदलली|बदली
changed|CHANGED|बदल|बदलाव
removed|REMOVED|रद्द|हटाई
was|was|आधी|पहले
foot_law|Clocks are reckoned by the office's law rows|मुदती कार्यालयाच्या कायदा-नोंदींनुसार मोजल्या आहेत|अवधियाँ कार्यालय की विधि-पंक्तियों से गिनी गई हैं
newest|newest rule of|नवीनतम नियम|नवीनतम नियम
contested|* contested, unsettled or not verified|* वादग्रस्त, अनिर्णित किंवा न तपासलेली|* विवादित, अनिर्णीत या असत्यापित
not_advice|Not legal advice.|हा कायदेशीर सल्ला नाही.|यह कानूनी सलाह नहीं है।
warning|Victims appear by code. Do not photograph.|पीडित सांकेतिक नावाने दर्शविले आहेत. छायाचित्र घेऊ नये.|पीड़ित कूट नाम से दिखाए गए हैं। फ़ोटो न लें।
printed|Printed|मुद्रित|मुद्रित
by|by|द्वारा|द्वारा
copy|copy|प्रत|प्रति
mark|mark|खूण|चिह्न
page|page|पृष्ठ|पृष्ठ
of|of|/|/
clash|CLASH|टकराव|टकराव
way|then to another complex|नंतर दुसऱ्या संकुलात|फिर दूसरे परिसर में
also|also|तसेच|साथ ही
before_or_after|other session|दुसरे सत्र|दूसरा सत्र
far|another complex|दुसरे संकुल|दूसरा परिसर
for|for|यांच्या जागी|के स्थान पर
court_closed|COURT CLOSED|न्यायालय बंद|न्यायालय बंद
case|case|प्रकरण|प्रकरण
date_missed|DATE PASSED|मुदत संपली|अवधि बीती
date_near|date near|मुदत जवळ|अवधि निकट
no_next_date|NO NEXT DATE|पुढील तारीख नाही|अगली तारीख नहीं
outcome_missing|OUTCOME MISSING|निष्पत्ती नोंदलेली नाही|परिणाम दर्ज नहीं
adjourned_often|adjourned often|वारंवार तहकूब|बार-बार स्थगित
appeal_window|appeal time runs|अपील मुदत चालू|अपील अवधि जारी
stalled|STALLED|रखडले|रुका हुआ
custody|CUSTODY|कोठडी|हिरासत
charge_sheet|charge sheet|दोषारोपपत्र|आरोप पत्र
committal|committal|सत्र न्यायालयाकडे वर्ग|सुपुर्दगी
copies|copies|नकला|प्रतियाँ
application|application|अर्ज|आवेदन
appeal_decision|decision of the appeal|अपिलाचा निर्णय|अपील का निर्णय
appeal|appeal|अपील|अपील
step|another step|अन्य टप्पा|अन्य चरण
first_production|first production|प्रथम हजेरी|प्रथम पेशी
remand|remand|रिमांड|रिमांड
bail|bail|जामीन|ज़मानत
appearance|appearance|हजेरी|उपस्थिति
charge|charge|दोषारोप|आरोप
evidence|evidence|पुरावा|साक्ष्य
accused_statement|statement of accused|आरोपीचा जबाब|अभियुक्त का कथन
defence_evidence|defence evidence|बचावाचा पुरावा|बचाव साक्ष्य
arguments|arguments|युक्तिवाद|बहस
judgment|judgment|न्यायनिर्णय|निर्णय
sentence|sentence|शिक्षा|दण्डादेश
order|order|आदेश|आदेश
warrant|warrant|वॉरंट|वारंट
steps|steps|पुढील कार्यवाही|कार्यवाही
other|other|इतर|अन्य
held|held|झाली|हुई
part_heard|part heard|अंशतः झाली|आंशिक सुनवाई
adjourned|adjourned|तहकूब|स्थगित
not_reached|not reached|पुकारली नाही|नहीं पुकारी
judge_absent|court did not sit|न्यायाधीश रजेवर|न्यायाधीश अवकाश पर
strike|strike|संप|हड़ताल
passed_over|passed over|मागे ठेवली|बाद में रखी
order_reserved|order reserved|आदेश राखीव|आदेश सुरक्षित
disposed|disposed of|निकाली|निस्तारित
mon|Mon|सोम|सोम
tue|Tue|मंगळ|मंगल
wed|Wed|बुध|बुध
thu|Thu|गुरु|गुरु
fri|Fri|शुक्र|शुक्र
sat|Sat|शनि|शनि
sun|Sun|रवि|रवि
"""
_ROWS = [line.split("|") for line in _TABLE.strip().splitlines()]
WORDS: Mapping[str, Mapping[str, str]] = {
    language: {row[0]: row[place].replace("~", "\u00a0") for row in _ROWS}
    for place, language in enumerate(LANGUAGES, 1)
}
"""Language to key to words."""
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def weekday(words: Mapping[str, str], number: int) -> str:
    """Return the short name of a day of the week, Monday being 0."""
    return words[_WEEK[number]]
