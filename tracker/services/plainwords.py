"""The survivor's update in plain words, in English, Hindi and Marathi, by key.

No word of the law, no section, no name, no place, nothing of another person but "a person who is accused".
Hindi and Marathi are written as one would say it to a young woman who reads a little; not yet read by a
translator or by a survivors' group, and so for a person to look over before it is given (`update`).
"""

# ruff: noqa: E501  (a row of the table is a line)

from __future__ import annotations

from collections.abc import Mapping

from tracker.services.sheetwords import LANGUAGES

_TABLE = """
title|What is happening with your case|आपके मामले में क्या हो रहा है|तुमच्या प्रकरणात काय चालू आहे
now|Where it stands now|अभी मामला कहाँ है|आता प्रकरण कुठे आहे
happened|What has happened|अब तक क्या हुआ|आतापर्यंत काय झाले
happened_since|What has happened since we told you on {on}|{on} को आपको बताने के बाद क्या हुआ|{on} रोजी तुम्हाला सांगितल्यानंतर काय झाले
next|What comes next|आगे क्या होगा|पुढे काय होईल
about_you|About you|आपके बारे में|तुमच्याबद्दल
nothing|Nothing new has happened.|कुछ नया नहीं हुआ है।|नवीन काही झालेले नाही.
stage_reported|What happened has been told to the police. They have not yet written it down as a case.|जो हुआ वह पुलिस को बताया गया है। उन्होंने अभी इसे मामले के रूप में दर्ज नहीं किया है।|जे घडले ते पोलिसांना सांगितले आहे. त्यांनी अजून ते प्रकरण म्हणून नोंदवलेले नाही.
stage_fir|The police have written down the case and are finding out what happened.|पुलिस ने मामला दर्ज किया है और पता लगा रही है कि क्या हुआ।|पोलिसांनी प्रकरण नोंदवले आहे आणि काय घडले ते शोधत आहेत.
stage_charge_sheet|The police have given the court what they found.|पुलिस को जो पता चला, वह उन्होंने अदालत को दे दिया है।|पोलिसांना जे सापडले ते त्यांनी न्यायालयाला दिले आहे.
stage_cognizance|The court has taken up the case.|अदालत ने मामला अपने हाथ में ले लिया है।|न्यायालयाने प्रकरण हाती घेतले आहे.
stage_charges_framed|The court has told the people who are accused what they have to answer for.|अदालत ने आरोपी लोगों को बता दिया है कि उन्हें किस बात का जवाब देना है।|आरोपींना कशाचे उत्तर द्यायचे आहे ते न्यायालयाने सांगितले आहे.
stage_prosecution_evidence|The court is listening to people who know what happened.|अदालत उन लोगों की बात सुन रही है जो जानते हैं कि क्या हुआ।|काय घडले हे माहीत असलेल्या लोकांचे म्हणणे न्यायालय ऐकत आहे.
stage_accused_statement|The court has asked the people who are accused what they have to say.|अदालत ने आरोपी लोगों से पूछा है कि उन्हें क्या कहना है।|आरोपींना काय सांगायचे आहे ते न्यायालयाने विचारले आहे.
stage_defence_evidence|The people who are accused may now bring others to speak for them.|आरोपी लोग अब अपनी ओर से बोलने वालों को ला सकते हैं।|आरोपी आता आपल्या बाजूने बोलणाऱ्यांना आणू शकतात.
stage_arguments|The lawyers of both sides are telling the court what it should decide.|दोनों ओर के वकील अदालत को बता रहे हैं कि उसे क्या फ़ैसला करना चाहिए।|दोन्ही बाजूंचे वकील न्यायालयाने काय ठरवावे ते सांगत आहेत.
stage_judgment|The court has decided.|अदालत ने फ़ैसला दे दिया है।|न्यायालयाने निर्णय दिला आहे.
stage_sentence|The court has decided the punishment.|अदालत ने सज़ा तय कर दी है।|न्यायालयाने शिक्षा ठरवली आहे.
stage_appeal|A higher court has been asked to look at the decision again.|बड़ी अदालत से फ़ैसले को फिर देखने के लिए कहा गया है।|वरच्या न्यायालयाला निर्णय पुन्हा पाहण्यास सांगितले आहे.
stage_closed|The case is over.|मामला ख़त्म हो गया है।|प्रकरण संपले आहे.
stage_stayed|A higher court has stopped the case for a time. It is not over.|बड़ी अदालत ने मामले को कुछ समय के लिए रोका है। यह ख़त्म नहीं हुआ है।|वरच्या न्यायालयाने प्रकरण काही काळ थांबवले आहे. ते संपलेले नाही.
heard|{on}: the court heard the case.|{on}: अदालत ने मामला सुना।|{on}: न्यायालयाने प्रकरण ऐकले.
put_off|{on}: the court put the case off to another day.|{on}: अदालत ने मामला दूसरे दिन के लिए टाल दिया।|{on}: न्यायालयाने प्रकरण दुसऱ्या दिवशी ठेवले.
no_sitting|{on}: the case could not be heard that day.|{on}: उस दिन मामला नहीं सुना जा सका।|{on}: त्या दिवशी प्रकरण ऐकले गेले नाही.
will_decide|{on}: the court heard the case and will say later what it decides.|{on}: अदालत ने मामला सुना और फ़ैसला बाद में बताएगी।|{on}: न्यायालयाने प्रकरण ऐकले; निर्णय नंतर सांगेल.
arrested|{on}: the police took a person who is accused into custody.|{on}: पुलिस ने एक आरोपी व्यक्ति को पकड़ा।|{on}: पोलिसांनी एका आरोपीला ताब्यात घेतले.
bail_granted|{on}: the court allowed a person who is accused to live outside jail while the case goes on. If anyone troubles you, or you are afraid, tell us at once.|{on}: अदालत ने एक आरोपी व्यक्ति को मामला चलने तक जेल से बाहर रहने दिया है। कोई आपको परेशान करे या आपको डर लगे, तो हमें तुरंत बताइए।|{on}: प्रकरण चालू असेपर्यंत एका आरोपीला तुरुंगाबाहेर राहण्याची परवानगी न्यायालयाने दिली आहे. कोणी त्रास दिला किंवा भीती वाटली, तर आम्हाला लगेच सांगा.
bail_cancelled|{on}: the court took that permission back.|{on}: अदालत ने वह छूट वापस ले ली।|{on}: न्यायालयाने ती परवानगी काढून घेतली.
absconded|{on}: a person who is accused could not be found. The police have to look. If you see or hear anything that worries you, tell us at once.|{on}: एक आरोपी व्यक्ति नहीं मिला। उसे ढूँढना पुलिस का काम है। कुछ भी चिंता की बात दिखे या सुनाई दे, तो हमें तुरंत बताइए।|{on}: एक आरोपी सापडला नाही. त्याला शोधणे पोलिसांचे काम आहे. काळजीचे काही दिसले किंवा ऐकले, तर आम्हाला लगेच सांगा.
discharged|{on}: the court said that one person who was accused does not have to answer in this case.|{on}: अदालत ने कहा कि एक आरोपी व्यक्ति को इस मामले में जवाब नहीं देना है।|{on}: एका आरोपीला या प्रकरणात उत्तर द्यायची गरज नाही, असे न्यायालयाने सांगितले.
convicted|{on}: the court found that a person who was accused did wrong.|{on}: अदालत ने एक आरोपी व्यक्ति को दोषी पाया।|{on}: न्यायालयाने एका आरोपीला दोषी ठरवले.
acquitted|{on}: the court said that the case against one person was not proved. This does not mean that you did not tell the truth. There may be a next step: ask us.|{on}: अदालत ने कहा कि एक व्यक्ति के ख़िलाफ़ मामला साबित नहीं हुआ। इसका मतलब यह नहीं कि आपने सच नहीं कहा। आगे कुछ किया जा सकता है: हमसे पूछिए।|{on}: एका व्यक्तीविरुद्ध प्रकरण सिद्ध झाले नाही, असे न्यायालयाने सांगितले. याचा अर्थ तुम्ही खरे सांगितले नाही असा नाही. पुढे काही करता येईल: आम्हाला विचारा.
appeal_filed|{on}: a higher court was asked to look at the decision again.|{on}: बड़ी अदालत से फ़ैसले को फिर देखने के लिए कहा गया।|{on}: वरच्या न्यायालयाला निर्णय पुन्हा पाहण्यास सांगितले.
appeal_decided|{on}: the higher court gave its decision. Ask us what it means for you.|{on}: बड़ी अदालत ने अपना फ़ैसला दिया। आपके लिए इसका क्या मतलब है, हमसे पूछिए।|{on}: वरच्या न्यायालयाने निर्णय दिला. तुमच्यासाठी त्याचा अर्थ काय, ते आम्हाला विचारा.
statement_recorded|{on}: what you told was written down.|{on}: आपने जो बताया वह लिखा गया।|{on}: तुम्ही जे सांगितले ते लिहून घेतले.
testified|{on}: you spoke in court.|{on}: आपने अदालत में अपनी बात कही।|{on}: तुम्ही न्यायालयात बोललात.
support_person_assigned|{on}: a person was named who stands by you.|{on}: आपके साथ रहने के लिए एक व्यक्ति तय किया गया।|{on}: तुमच्या सोबत राहण्यासाठी एक व्यक्ती नेमली.
compensation_applied|{on}: money was asked for you from the government.|{on}: आपके लिए सरकार से पैसे माँगे गए।|{on}: तुमच्यासाठी सरकारकडे पैसे मागितले.
compensation_ordered|{on}: it was decided that you are to get money{rupees}.|{on}: तय हुआ कि आपको पैसे{rupees} मिलेंगे।|{on}: तुम्हाला पैसे{rupees} मिळतील असे ठरले.
compensation_paid|{on}: money{rupees} was paid for you. If it has not reached you, tell us.|{on}: आपके लिए पैसे{rupees} दिए गए। अगर आपको न मिले हों, तो हमें बताइए।|{on}: तुमच्यासाठी पैसे{rupees} दिले. ते मिळाले नसतील, तर आम्हाला सांगा.
owed|As far as we know, money that was decided for you has not been paid yet. Ask us about it.|जहाँ तक हमें पता है, आपके लिए तय पैसे अभी नहीं मिले हैं। इसके बारे में हमसे पूछिए।|आमच्या माहितीप्रमाणे तुमच्यासाठी ठरलेले पैसे अजून दिलेले नाहीत. त्याबद्दल आम्हाला विचारा.
next_day|The next day in court is {on}.|अदालत में अगला दिन {on} है।|न्यायालयातील पुढचा दिवस {on} आहे.
no_next|The next day in court is not known to us yet.|अदालत का अगला दिन हमें अभी पता नहीं है।|न्यायालयाचा पुढचा दिवस आम्हाला अजून माहीत नाही.
over|No day in court is to come.|अदालत में अब कोई दिन बाक़ी नहीं है।|न्यायालयात आता कोणताही दिवस बाकी नाही.
called|The court has asked you to come that day. Somebody will speak with you before, and you can ask everything then.|अदालत ने आपको उस दिन बुलाया है। उससे पहले कोई आपसे बात करेगा, तब आप सब कुछ पूछ सकत{e} हैं।|न्यायालयाने तुम्हाला त्या दिवशी बोलावले आहे. त्याआधी कोणीतरी तुमच्याशी बोलेल, तेव्हा तुम्ही सर्व काही विचारू शकता.
maybe_speak|The court may want to hear you that day. Somebody will speak with you before, and you can ask everything then.|हो सकता है उस दिन अदालत आपकी बात सुनना चाहे। उससे पहले कोई आपसे बात करेगा, तब आप सब कुछ पूछ सकत{e} हैं।|त्या दिवशी न्यायालय तुमचे म्हणणे ऐकू इच्छित असेल. त्याआधी कोणीतरी तुमच्याशी बोलेल, तेव्हा तुम्ही सर्व काही विचारू शकता.
on_bail|The court will think about whether a person who is accused may live outside jail. If you want the court to know what you think, tell us.|अदालत सोचेगी कि एक आरोपी व्यक्ति जेल से बाहर रह सकता है या नहीं। आप चाहत{e} हैं कि अदालत आपकी राय जाने, तो हमें बताइए।|एका आरोपीने तुरुंगाबाहेर राहावे की नाही याचा विचार न्यायालय करेल. तुमचे मत न्यायालयाला कळावे असे वाटत असेल, तर आम्हाला सांगा.
need_not|You do not have to come that day, unless we or the court ask you to.|उस दिन आपको आने की ज़रूरत नहीं है, जब तक हम या अदालत न बुलाएँ।|आम्ही किंवा न्यायालयाने बोलावल्याशिवाय त्या दिवशी यायची गरज नाही.
ask|You can ask us anything, at any time. You can also tell us how and when you want to be told.|आप हमसे कभी भी कुछ भी पूछ सकत{e} हैं। आप यह भी बता सकत{e} हैं कि आपको कैसे और कब बताया जाए।|तुम्ही आम्हाला कधीही काहीही विचारू शकता. तुम्हाला कसे आणि कधी सांगावे हेही तुम्ही सांगू शकता.
"""
_ROWS = [line.split("|") for line in _TABLE.strip().splitlines()]
WORDS: Mapping[str, Mapping[str, str]] = {
    language: {row[0]: row[{"en": 1, "hi": 2, "mr": 3}[language]] for row in _ROWS} for language in LANGUAGES
}
"""Language to key to sentence; `{on}` is a day, `{rupees}` an amount or nothing, `{e}` a Hindi ending."""
