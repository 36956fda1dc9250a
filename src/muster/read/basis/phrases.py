"""Phrases by which words show on what they rest: rumour, cases taken in, the sick treated, what one has
seen."""

from __future__ import annotations

import re
from typing import Final

from muster.text.anycase import AnyCase
from muster.text.listed import listed

FIRST_PERSON: Final = {
    "en": re.compile(r"\b(?:I|we|We|my|My|our|us|me|myself|I'm|I’m|We're|we're)\b"),
    "ru": re.compile(
        r"\b(?:я|мы|меня|мне|нас|нам|мой|моя|мои|моего|наш|наша|наши|нашей|нашего|мной|нами)\b", re.I
    ),
    "uk": re.compile(
        r"\b(?:я|ми|мене|мені|нас|нам|мій|моя|мої|мого|наш|наша|наші|нашої|нашого|мною|нами)\b", re.I
    ),
}
# Of cases taken in, of those who turned to somebody, of his own count.
COUNT: Final = {
    "en": re.compile(
        r"\b(?:cases? (?:we|I|he|she|they) (?:have|has|had)|not aware of|unaware of"
        r"|(?:he|she|I|we|they) (?:has|have|had|'ve) (?:\w+ly )?(?:seen|received|dealt|handled"
        r"|taken|advised|counted|documented|recorded|verified|registered"
        r"|interviewed|identified|established|collected|logged|examined|reviewed)"
        r"|approached (?:me|us|him|her)|contacted (?:me|us|him|her|them)|(?:my|our|his|her"
        r"|their) clients?|based on what (?:we|I) have seen"
        r"|dealt with|turned to (?:us|me|him|her)|offering advice|provided legal|appealed to (?:us|me)"
        r"|calls? (?:us|me) every|(?:I|we|he|she|they) (?:advise|represent|defend|assist|count)s?"
        r"|in (?:my|our|his|her|their) (?:\w+['’]s )?(?:practice|records|files|register|caseload"
        r"|books|hotline)"
        r"|(?:reached|called|rang) (?:our|the) hotline|our hotline['’]s"
        r"|of (?:the|my|our|his|her) \d[\d,]{0,9}\s(?:has|have|had|was|were|is|are|men|women|people|clients)"
        r"|(?:our|their|its|his|her)\s(?:own\s)?(?:estimates?|data|count|tally|records|figures"
        r"|research\w*|monitor\w*|database|survey|findings|team|monitors)"
        r"|(?:we|I) (?:\w+ly )?(?:counted|documented|recorded|verified|registered|interviewed|identified"
        r"|(?:have |had )?(?:defended|represented))"
        r"|(?:they|people|families|women|men|clients|callers) (?:\w+ )?"
        r"(?:ask|tell|call|come to|turn to|write to) (?:me|us)"
        r"|(?:we|I) (?:\w+ )?(?:gets?|got|receive|received|take|took|answer|answered|have|had) (?:\w+ ){0,3}"
        r"(?:calls|requests|complaints|inquiries|enquiries|appeals))\b",
        re.I,
    ),
    "ru": re.compile(
        r"(?:обрати(?:лись|лось|лся|лась)|обращаются|обращени|запрос\w{0,3}(?!\w)|жалоб|в (?:моей"
        r"|нашей|его|её|ее|их|собственной|своей) (?:\w+ )?практике"
        r"|(?:мне|нам) не ?известно|(?:мо|наш|сво)\w{1,3} (?:клиент|доверител|подзащитн)|подзащитн"
        r"|мы ведём|мы ведем|я веду"
        r"|(?:к нам|ко мне) (?:\w+ ){0,2}(?:приход|поступ|обра)|(?:нам|мне) звон\w+ (?:по |каждый |ежедн)"
        r"|кого (?:я|мы) (?:вед|защища|консультиру"
        r"|представля)|мы (?:счита|насчита|задокументир|зафиксир|опрос)"
        r"|наш\w{2} (?:горяч\w{2,3} лини|картотек|реестр|подсч)|на (?:нашу )?горячую линию"
        r"|(?<!\w)из (?:\d+|моих|наших|его \d+|её \d+|тех, кого)(?!\w)"
        r"|(?<!\w)\d+ (?:дел|семей|случа|заявлен|запрос))",
        re.I,
    ),
    "uk": re.compile(
        r"(?:зверну(?:лися|лись|лося|вся|лася)|звертаються|звернен|запит\w{0,3}(?!\w)|скарг"
        r"|заяв(?!и|л)|у (?:моїй|нашій|його|її|їхній|власній|своїй) (?:\w+ )?практиці"
        r"|(?:мені|нам) не ?відомо|(?:мо|наш|сво)\w{1,3} (?:клієнт|довірител|підзахисн)|підзахисн"
        r"|ми ведемо|я веду"
        r"|(?:до нас|до мене) (?:\w+ ){0,2}(?:прихо|надій|звер)|(?:нам|мені) дзвон\w+ (?:по |щодн)"
        r"|кого (?:я|ми) (?:вед|захища|консульту"
        r"|представля)|ми (?:раху|нараху|задокумент|зафікс|опит)"
        r"|наш\w{1,2} (?:гаряч\w{1,3} ліні|картотек|реєстр|підрах)|на (?:нашу )?гарячу лінію"
        r"|(?<!\w)(?:із|з) (?:\d+|моїх|наших|його \d+|її \d+|тих, кого)(?!\w)"
        r"|(?<!\w)\d+ (?:справ|сімей|родин|випадк|заяв|запит))",
        re.I,
    ),
}
# "My client", «підзахисний»: whose they are can only be a lawyer.
CLIENT: Final = {
    "en": re.compile(
        r"\b(?:my|our)\sclients?\b|\bour\s(?:\w+\s)?(?:clinics?|hotline|helpline|shelters?|lawyers|monitors|caseworkers|medics)\s(?:ha(?:s|ve)\s)?"
        r"(?:treated|received|helped|registered|documented|recorded|seen|sheltered|took|taken|interviewed|visited|logged|answered)\b",
        re.I,
    ),
    "ru": re.compile(r"(?<!\w)(?:мо|наш)\w{1,2}\s(?:клиент|доверител)|подзащитн", re.I),
    "uk": re.compile(r"(?<!\w)(?:мо|мі|наш)\w{1,2}\s(?:клієнт|довірител)|підзахисн", re.I),
}
# Of what is so only this is to be seen: what there is, what goes on, what is missing.
# The press and whatever else publishes, in the plural.
PUBLISHED: Final = re.compile(
    r"(?<!\w)(?:паблік|паблик|(?:телеграм|telegram|ютуб|youtube)?-?канал|змі(?!\w)|сми(?!\w)|медіа(?!\w)|медиа(?!\w)"
    r"|видання(?!\w)|издани[яй](?!\w)|газет|блогер|пропагандист|воєнкор|военкор|мілблогер|військкор)\w{0,4}\Z",
    re.I,
)
THERE_IS: Final = re.compile(
    r"\b(?:there(?:['’]s|\s(?:is|are))|ha(?:s|ve)|been|no|nobody|nothing|without|still|since|(?:is|are)\s(?:[a-z]+ly\s)?(?:\w+ing|full|empty"
    r"|closed|open|shut|locked|broken|gone|dead|dark|cold|dry))\b"
    r"|(?<!\w)(?:нет|нема|немає|нету|есть|є|без|до\sсих\sпор|досі|стоит|стоят|стоїть|стоять|лежит|лежат|лежить|лежать|идут|ідуть|йдуть"
    r"|тихо|темно|холодно|пусто|порожньо|закрыт\w{0,2}|зачинен\w{0,2}|открыт\w{0,2}|відчинен\w{0,2}|сидят|сидять|висит|висить|горит|горить)(?!\w)",
    re.I,
)
# How it goes from day to day: whoever lives beside it knows.
HABIT: Final = re.compile(
    r"\b(?:nowadays|daily|these\sdays|at\snight|no\slonger|(?:every|each)\s(?:day|night|morning|evening|week))\b"
    r"|(?<!\w)(?:теперь|сейчас|ежедневно|постоянно|вс[её]\sвремя|вс[её]\sещё|до\sсих\sпор|по\sночам|сутками|неделями|никто\sне|ни\sс\sкем|ни\sразу"
    r"|кажд\w{2}\s(?:день|ночь|утро|вечер|неделю)|тепер|зараз|нині|щодня|щоночі|щоранку|щовечора|щотижня|постійно|(?:ве|уве)сь\sчас"
    r"|все\sще|досі|ночами|тижнями|ніхто\sне|ні\sз\sким|жодного\sразу)(?!\w)",
    re.I,
)
# A name that one gives to somebody: "calls her stubborn".
CALLS: Final = re.compile(
    r"(?:has\s|had\s)?(?:calls?|called|dubbed|branded|describes?|described)\b|назыв|назвал|назива|назва|обозва",
    re.I,
)
# The press, called by what it brings: no paper, and nobody who was there.
REPORTS: Final = re.compile(
    r"(?:the\s)?(?:(?:some|other|several|earlier|early|initial|preliminary|unconfirmed|local|media|news|press|newspaper)\s){0,3}reports",
    re.I,
)
# «В селе говорят»: everybody there.
ROUND_HERE: Final = re.compile(
    r"(?<!\w)(?:в|во|у|на|по)\s(?:(?:\w+(?:ом|ем|ой|ей|ому|ій))\s)?"
    r"(?:сел[еі]|деревне|городе|городке|пос[её]лке|станице|хуторе|районе|округе|дворе|рынке|базаре|очереди|народе"
    r"|місті|містечку|селищі|хуторі|районі|окрузі|дворі|ринку|базарі|черзі|народі)\s(?:\w+\s)?"
    r"(?:говорят|рассказывают|поговаривают|шепчутся|судачат|болтают|кажуть|розповідають|подейкують|гомонять|шепочуться)(?!\w)",
    re.I,
)
# Reported words that say of their speaker that he heard it.
HEARD_THAT: Final = {
    "en": re.compile(
        r"(?:that\s)?(?:he|she|they)(?:['’]d)?\s(?:(?:had|has|have|only|also|once)\s){0,2}heard\s(?:that|rumou?rs?|talk|it\ssaid)\b",
        re.I,
    ),
    "ru": re.compile(r"(?:(?:он|она|они|тоже|лишь|только)\s){0,2}слышал[аи]?,\s(?:что|будто|якобы)\s", re.I),
    "uk": re.compile(
        r"(?:(?:він|вона|вони|теж|лише|тільки)\s){0,2}чу(?:в|ла|ли),\s(?:що|ніби|нібито|буцім)\s", re.I
    ),
}
# Whoever treats or defends somebody calls them his own.
OWN_PATIENTS: Final = AnyCase(
    r"\b(?:my|our|his|her|their)\s(?:\w+\s)?(?:patients|clients|wards)\b"
    r"|(?<!\w)(?:мо(?:и|их|им)|наш(?:и|их|им)|сво(?:и|их|им)|его|е[её]|их)\s(?:пациент|подопечн|клиент)"
    r"|(?<!\w)(?:мо(?:ї|їх|їм)|наш(?:і|их|им)|сво(?:ї|їх|їм)|його|її|їхні\w?)\s(?:пацієнт|підопічн|клієнт)",
)
# Whom one who drives, carries and feeds has helped.
HELPED: Final = re.compile(
    r"\b(?:people|famil(?:y|ies)|women|children|evacuees?|refugees?|wounded|elderly|residents|civilians|parcels|aid)\b"
    r"|(?<!\w)(?:люд|семь|семей|женщин|дет(?:и|ей|ям)|эвакуир|беженц|ранен|пожил|жител|наборов|помощ"
    r"|родин|жінок|жінк|діт(?:и|ей|ям)|евакую|біженц|поранен|літні|мешканц|наборів|допомог)",
    re.I,
)
# What whoever speaks asks for himself.
NAMELESS: Final = re.compile(
    r"\b(?:not\s(?:to\s)?be\s(?:named|identified|quoted)|anonym\w+|(?:his|her|their)\s(?:sur)?names?|withh[eo]ld\w*|unnamed"
    r"|(?:be|remain)\s(?:only\s)?(?:called|known|named|identified|quoted|referred\sto)|(?:neither|nor)\s(?:his|her|their))\b"
    r"|(?:больше|більше)\s(?:ему\s|ей\s|йому\s|їй\s)?не\s(?:звонить|беспокоить|писать|дзвонити|турбувати|писати)"
    r"|(?:называть|називати)\s(?:его|е[её]|себя|просто|його|її|себе)"
    r"|не\s(?:называ|указыва|упомина|называть|вказува|згадува|наводи|назива)\w*|анонімн|анонимн|без\s(?:имени|імені)",
    re.I,
)
ASKS_SO: Final = re.compile(
    r"(?:has\s|have\s|had\s)?(?:ask|request|insist|beg|demand|want|wish|prefer|on\s(?:the\s)?condition|provided)",
    re.I,
)
AFRAID: Final = re.compile(r"\b(?:fear|worr|afraid|concerned|anxious)", re.I)
FOR_HIMSELF: Final = re.compile(
    r"(?:(?:for|about|losing|of\slosing)\s)?(?:his|her|their)\s(?:own\s)?(?:post|job|life|lives|safety|pension|position|career|freedom|health|future|skin"
    r"|neck|rank)\b",
    re.I,
)
# A step before a court in a case taken in.
BEFORE_COURT: Final = re.compile(
    r"\b(?:appeal|sue|court|complaint|lawsuit|petition|file)\b|обжалов|оскарж|жалоб|скарг|\bсуд|иск|позов|ходатайств|клопотан|апелляц|апеляц",
    re.I,
)
# Verbs of a body's own count.
COUNTS: Final = listed(
    """estimates estimate estimated estimating counted counts counting documented documents recorded records
    registered verified logged tallied identified puts tracked followed established monitored"""
)
COUNTED: Final = re.compile(
    r"оценк|подсч[её]т|оцінк|підрахунк|насчита|нарахува|задокумент|отследи|установи|відстежи|встанови|зафиксирова|зафіксува|зарегистрирова|зареєструва"
)
# Whoever counts and writes down what a side does; of what they recorded they speak as of their cases.
MONITORS: Final = listed(
    """monitor monitors monitoring observer observers mission наблюдатель наблюдатели миссия спостерігач
    спостерігачі місія
    спостережна мониторинговая моніторингова"""
)
RECORDED: Final = re.compile(
    r"\b(?:recorded|documented|counted|registered|verified|logged|observed|followed|tracked|monitored|established|identified|visited|interviewed|inspected)\b"
    r"|зафиксир|задокументир|отслед|установи|выяви|насчита|зарегистрир|провер(?:и|я)л|посети|опроси"
    r"|зафіксу|відстеж|встанови|виявил|задокументу|нарахува|зареєстру|перевір(?:и|я)(?:в|л)|відвіда|опита"
)
# Who has put a report together has counted what stands in it.
AUTHORS: Final = re.compile(
    r"(?<!\w)(?:автор|составител|укладач|упорядник|исследовател|дослідни)\w{0,4}\s(?:\w+\s)?(?:доклад|отч[её]т|звіт|доповід|исследовани|дослідженн|мониторинг|моніторинг)",
    re.IGNORECASE,
)
# Kin who stood by: «мать, находившаяся в квартире, …».
BESIDE_HIM: Final = re.compile(
    r"находивш(?:ийся|аяся|иеся)\s(?:там|рядом|в\s(?:квартире|доме|здании|машине|комнате|зале)|на\sместе)|як(?:ий|а)\sбу(?:в|ла)\s(?:поруч|у\sквартирі|в\sбудинку)",
    re.IGNORECASE,
)
# What a newspaper tells are no cases of its own.
PRESS: Final = re.compile(
    r"(?<!\w)(?:агентств|агенці|издани|видання|газет|(?:теле)?канал|портал|журнал|редакци|редакці)",
    re.IGNORECASE,
)
CONFIRMS: Final = re.compile(
    r"(?:ha(?:s|ve|d)\s)?(?:confirm|verif|report|register|log(?:s|ged)|not(?:e|es|ed)\b|observ)|подтверд|підтверд",
    re.I,
)
OF_RIGHTS: Final = re.compile(r"(?<!\w)прав\w{0,2}\s(?:человека|людини|реб[её]нка|дитини)(?!\w)", re.I)
SERGEANTS: Final = listed("sergeant corporal сержант ефрейтор старшина сержантка єфрейтор")
VOLUNTEERS: Final = listed(
    """volunteer volunteers activist activists волонтер волонтёр волонтеры волонтёры волонтёрка волонтерка
    активист активистка активисты волонтери волонтерк активіст активістка активістк активісти"""
)
# «Слышала, как»: with his own ears.
HOW: Final = re.compile(r"(?:как|як|how)\s", re.I)
TREATED: Final = {
    "en": re.compile(
        r"\b(?:patients?|wounded|injur\w+|emergency\scalls?|calls\s(?:were|are|had|have|came|kept)|admitted|treated|treating|treatment|medical\shelp"
        r"|casualties|brought\sin|hospitali[sz]ed|bodies|shot|strangled|remains"
        r"|fractur\w+|ribs?|bruis\w+|burns|amputat\w+|recover\w*|surgery|healed|healing"
        r"|wounds?|operat\w+|legs?|arms?|eyesight|surviv\w+|heal|condition|intensive\scare|transfus\w+|prosthes\w+|shrapnel|died|dead|killed|deaths?|toll|weight|stable|dressings)\b",
        re.I,
    ),
    "ru": re.compile(
        r"(?<!\w)(?:ног|рук|глаз)\w{1,3}(?!\w)|спас(?:ут|ли|ти)|выжи[лв]|оперир|прооперир|лечи[мтл]|реанимац|осколоч|протез|пациент|выписа|отпу(?:щ|ст)\w+\s(?:\w+\s)?домой|ранен|травм|поступ|госпитализ|лечен|операци|умер|скончал|обморо|застрел|задуш|останк|тяж[её]л|состояни|больн"
        r"|перелом|ожог|ампутац|выздоровл|восстановлен|реабилитац|кров[иь]|кровотеч|анализ",
        re.I,
    ),
    "uk": re.compile(
        r"(?<!\w)(?:ног|рук|оч)\w{1,3}(?!\w)|врят(?:у|ова)|вижи[вл]|операці|оперу(?:ю|є|в)|прооперо?[ув]|ліку(?:в|є|ю|ємо)|реанімац|осколков|протез|пацієнт|випис|відпу(?:щ|ст)\w+\s(?:\w+\s)?додому|поранен|травм|надійш|госпіталіз|лікуван|операці|помер|обморо|застрел|задуш|останк|важк|стан(?:і|у|ом)?\b|хвор|кілограм"
        r"|перелом|опік|ампутац|одуж|відновленн|реабілітац|кров[іи]?\b|кровотеч|аналіз",
        re.I,
    ),
}
# What a doctor does with those brought to him, he himself or his ward.
EXAMINED: Final = re.compile(
    r"\b(?:examined|treated|amputated|admitted|stitched|bandaged|autops\w+)\b|осмотрел|осматрива"
    r"|вскры[лв]|ампутир|перевяз|лечил|оглянув|оглянула|розтин|ампутув|перев.яз|лікував|лікувала",
    re.I,
)
NUMBER: Final = re.compile(
    r"\d|\b(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Tt]welve|[Dd]ozens|[Hh]undreds)\sof\s(?:the|them|those|whom)\b"
    r"|(?<![\w-])(?:дв(?:оє|ох|ое|оих)|тр(?:оє|ьох|ое|оих)|[четвш][а-яії’'ʼ]{2,5}еро(?:х|ых|)|одинадцят|дванадцят"
    r"|[а-яії’'ʼ]{2,9}надцят|[а-яёъ]{2,9}надцат|двадцят|двадцат|тридцят|тридцат|сорок|десят|сто)\w{0,3}(?![\w-])"
)
# The helper himself, threatened or searched.
OF_ME: Final = {
    "en": re.compile(r"\b(?:I|me|my|myself)\b(?!\s(?:clients?|hotline|practice|records|files))"),
    "ru": re.compile(
        r"(?<!\w)(?:мне|меня|мной|я)\s(?:\w+\s)?(?:угрож|пригроз|совет|посовет|избил|обыска|задерж"
        r"|плати|был[ао]?\sтам)",
        re.I,
    ),
    "uk": re.compile(
        r"(?<!\w)(?:мені|мене|мною|я)\s(?:\w+\s)?(?:погрож|рад|порад|побил|обшук|затрим|плати"
        r"|була?\sтам|там\sбу)",
        re.I,
    ),
}
# What people say, with nobody to be asked.
THEY_SAY: Final = {
    "en": re.compile(
        r"\b(?:said|rumou?red|thought|believed|whispered|supposed|alleged)\b|\brumou?rs?\b|\bfakes?\b", re.I
    ),
    "ru": re.compile(
        r"говорят|говорили|рассказывают|толкуют|болтают|поговарива|ходят|ходил|слух|пишут|писали|шепч|судача|якобы",
        re.I,
    ),
    "uk": re.compile(
        r"кажуть|(?<!\w)казали|розповідають|переказують|гомонять|подейку|ходять|ходил|чутк|пишуть|писали|шепоч|гомон|нібито",
        re.I,
    ),
}
WAS_TOLD: Final = re.compile(
    r"(?:\w+\s){0,4}(?:told|informed|assured|promised|ordered|orders?|instructions?|commands?|permission|summons)\b",
    re.I,
)
# «Мені казали, що …», «Нам писали»: somebody did, once; «мені кажуть» is talk.
WAS_TOLD_SLAVIC: Final = re.compile(
    r"(?<!\w)(?:мне|нам|ему|ей|им|мені|йому|їй|їм)\s(?:[\w’'-]+\s){0,3}?(?:с|рас|роз|пере|по)?"
    r"(?:каза|говори|писа|сообщ|повідом|переда|ответ|відпов|дзвони|звони)\w{0,6}ли(?!\w|,?\s(?:будто|нібито|якобы|ніби|начебто)\s)",
    re.IGNORECASE,
)
# Whoever sees it was there.
SAW: Final = re.compile(r"(?:у|по)?видел|(?:по)?бачи|поміти|замети|розгледі|разгляд", re.IGNORECASE)
# «Каже, що боїться помсти»: a fear, a wish, a belief of whoever speaks.
MINDS: Final = re.compile(
    r"(?:(?:він|вона|вони|он|она|они|уже|вже|досі|давно|больше|більше|нікого|нічого|никого|ничего|дуже|очень)\s){0,3}(?:не\s)?"
    r"(?:бої(?:ться|лася|вся|лись)|бояться|бо[иі]тся|боял(?:ся|ась|ись)|опасает?ся|побоюється|сподіва(?:ється|лася|вся)"
    r"|надеет?ся|вірить|верит|хоче|хочет|хотіла|хотів|хотел[аи]?|мріє|мечтает|вважає|считает|думає|думает)(?!\w)",
    re.IGNORECASE,
)
# "In the net they write": posts by nobody in particular.
_NET: Final = (
    r"(?:в|у)\s(?:[^\W\d_]+[иы]х\s)?"
    r"(?:сети|соцсетях|интернете|пабликах|чатах|комментариях|мережі|соцмережах|інтернеті|пабліках|коментарях)"
)
_ONLINE: Final = (
    rf"|{_NET}\s(?:\w+\s)?(?:пиш|говор|каж|гуля|шир)|(?:пишут|писали|пишуть|говорят|кажуть)\s{_NET}(?!\w)"
)
RUMOUR: Final = {
    "en": re.compile(
        r"\b(?:rumou?r(?:s|ed)?|gossip|grapevine|hearsay|word\shas\sit|(?:people|users)\s(?:on\s(?:the\s(?:internet|net|web)|social\s(?:media|networks)|Telegram)|online)|social\s(?:media|network)\s(?:posts|users|reports)"
        r"|(?:posts|reports|claims|messages|comments)\s(?:circulating\s|shared\s|posted\s)?(?:on|in|across)\s(?:the\s|local\s|some\s)?"
        r"(?:social\s(?:media|networks)|telegram\schannels|chats|chat\sgroups|message\sboards|internet))\b",
        re.I,
    ),
    "ru": re.compile(
        r"по\sслухам|(?:ходят|ходили)\sслухи|слухи\s(?:о|об|что)|поговаривают|сарафанн" + _ONLINE, re.I
    ),
    "uk": re.compile(r"за\sчутками|(?:ходять|ходили)\sчутки|чутки\s(?:про|що)|подейкують" + _ONLINE, re.I),
}
ANYBODY: Final = listed("they people some many everyone everybody")
# "Described the same cellar"; not "described it as a failure".
SEEN_THERE: Final = re.compile(
    r"(?:the\ssame|similar|[a-z]{4,}ings|scenes|nights|days|weeks|months|conditions|hunger|torture|abuse|panic|chaos|threats)\b"
    r"(?!.{0,120}?\sas\s(?:an?|the|[\"“‘]))"
)
# "Some say he fled; others have it that he was shot": whoever that is, and today.
SOME: Final = listed("some others many")
TALK_NOW: Final = re.compile(r"(?:say|whisper|swear|claim|insist|are\ssaying|ha(?:s|ve)\sit)\Z")
ANYBODY_SLAVIC: Final = listed("люди народ все всі усі")
OTHERS: Final = listed("others other people somebody someone люди другие остальные інші решта")
# Verbs of memory and confession.
OWN_DEED: Final = listed(
    """recalled recalls recall recalling remembered remembers remember remembering admitted admits admit
    admitting confessed confesses confess pleaded pleads plead boasted boasts regretted regrets
    witnessed saw sees noticed notices watched felt overheard recognised recognized"""
)
TO_COME: Final = re.compile(
    r"(?:[\w’'-]+\s){0,4}?(?:will|would|[\w]+['’]ll|is\sgoing\sto|are\sgoing\sto|(?-i:may)|might|must|should)\s",
    re.I,
)
KNOWS: Final = re.compile(
    r"(?:\w+\s)?(?:knows?|knew|learn(?:ed|t)|знает|знают|узнала?|узнали|знає|знають|дізна\w+)\b", re.I
)
ONE_OF: Final = re.compile(
    r"(?:one|another|a\sthird)\s(?:of\sthe\w+|of\sthem)|(?:один|одна|одного|одной|одної|однієї|одну|другой|інший|інша|другая)"
    r"\s(?:из|з|із|зі)\s(?:них|ни\w)",
    re.I,
)
# «Сообщили в суде», «у поліції сказали»: the body stands where its people speak.
IN_A_BODY: Final = re.compile(
    r"(?:сообщ|сказа|рассказ|заяв|отве|поясн|уточн|добав|подтверд|утвержд|говор|отмет|повідом|розпов|відпов|додал|підтверд|запев|заверил"
    r"|стверд|каж|зазнач|отрица|опроверг|обеща|запереч|спросту|обіця)\w*\s(?:\w+\s)?(?:в|во|у)\s"
    r"(?P<body>[^\W\d_]\w+)|(?:^|\s)(?:в|во|у)\s(?P<before>[^\W\d_]\w+)\s(?:сообщ|сказа|заяв|отве|поясн|утвержд|говор|отме[чт]|повідом|відпов"
    r"|стверд|каж|запев|зазнач|отрица|опроверг|обеща|запереч|спросту|обіця)",
    re.I,
)
# «В части», of soldiers: the unit speaks.
UNITS: Final = listed("части роте подразделении частині роті підрозділі")
# Who was told of it by his office: "two people familiar with the talks".
BRIEFED: Final = re.compile(
    r"[\w\s,]{0,40}?(?:\b(?:familiar\swith|briefed\son|with\s(?:direct\s)?knowledge\sof)\b|(?<!\w)(?:знаком\w+\sс|осведомл[её]нн\w+\s(?:о|об|в)"
    r"|обізнан\w+\s(?:з|із|у|в|про)|поінформован\w+\sпро)\s)",
    re.I,
)
PLACE_SAYS: Final = re.compile(
    r"\b(?:in|at|on|around|among)\s(?:the\s|every\s|our\s)?[\w’' -]{3,40}?"
    r"\s(?:they|people|everybody|everyone)\s(?:say|whisper|joke|claim|insist)\b"
    # "People in the town say …"
    r"|\bpeople\s(?:in|around|round|at)\s(?:the\s|this\s|our\s)?(?:town|village|market|city|district|area|streets?|queue|queues|quarter|settlement"
    r"|neighbou?rhood|port)\s(?:say|whisper|joke|are\ssaying)\b",
    re.I,
)
BY_PAPER: Final = re.compile(
    r"(?:according\sto|as\sper|согласно|по|за|згідно\s(?:з|із|зі))\s(?:документ|запис|журнал|списк|реестр|реєстр|архив|архів|протокол|материал"
    r"|матеріал|ведомост(?!ь)|накладн|расписк|розписк)\w*\Z",
    re.I,
)
# From whom somebody heard it.
FROM_WHOM: Final = re.compile(r"(?<!\w)(?:from|off|от|від|із|со\sслов|зі\sслів)\s", re.I)
# What nobody can have seen.
GUESSED: Final = re.compile(
    r"\b(?:could\sbe|could\shave|perhaps|maybe|probably|possibly|likely|seems?|supposedly|surely)\b"
)
SEES: Final = {
    "en": re.compile(r"\b(?:saw|seen|heard|recogni[sz]\w+|noticed|felt|remember\w*|counted)\b"),
    "ru": re.compile(r"видел|узна[лв]|заметил|слышал|насчитал|помнит", re.I),
    "uk": re.compile(r"бачи[лв]|впізна|поміти|чу(?:в|ла)\b|нараху|пам.ята", re.I),
}
# A verb of what has happened.
HAPPENED: Final = {
    "en": re.compile(
        r"\b(?:was|were|had|did|came|went|took|got|saw|left|said|told|gave|broke|lost|shot|fell|ran"
        r"|kept|stood|sat|brought|threw|held|began|made|spoke|wrote|drove|flew|sank|rose|grew|knew|wore|tore|hid|slept|crept|felt|built|sent"
        r"|spent|met|led|fed|fled|bled|bought|caught|taught|fought|heard|hung|dug|stuck|struck|swam|sang|rang|drank|ate|rode|woke|froze"
        r"|stole|chose|drew|blew|won|lay|paid|sold|shook"
        r"|(?!need|indeed|speed|hundred)[a-z]{2,}ed)\b"
    ),
    "ru": re.compile(
        r"(?<!\w)\w{2,16}(?:л|ла|ло|ли)(?:с[ья])?(?!\w)|(?<!\w)(?:нет|ш(?:ла|ли|ло)|ела|ели|жгла|жгли|бил|пил|жил|мыл|шил)(?!\w)"
        r"|(?<!\w)(?:по|у|вы|при|про|за|пере|до|от|под|о|об|раз|рас|на|с|из|ис)(?:гиб|вис|мер|т[её]к|н[её]с|в[её]з|рос|мог|м[её]рз|гас|сох|мок|ник|чез|лез)(?:ся)?(?!\w)",
        re.I,
    ),
    "uk": re.compile(
        r"(?<!\w)\w{2,16}(?:[аиуїо]в|ла|ло|ли)(?:с[ья])?(?!\w)|(?<!\w)(?:нема|немає|був|бив|жив|пив|їв|вів|віз|ніс)(?!\w)"
        r"|(?<!\w)(?:по|у|в|ви|при|про|за|пере|до|від|під|о|об|роз|на|с|з|зі)(?:вис|мер|тік|ніс|віз|вів|ріс|міг|мерз|гас|сох|мок|ник|ліз|пік|ліг)(?:ся)?(?!\w)",
        re.I,
    ),
}
PRESENT: Final = {
    "en": re.compile(
        r"\bwho\s(?:has\s|had\s|have\s)?(?:stayed|remained)\b|\bwho\s(?:was|were|had\sbeen)\s(?:there|present|aboard|among|on|in|at|near)\b"
        r"|\bwho\s(?:saw|witnessed|watched|survived|took\spart|fought|served)\b|\b(?:eyewitness"
        r"|who\sliv(?:es?|ed)\s(?:\w+\s){0,2}?(?:next|across|opposite|nearby|beside|there|above|below|behind)\b"
        r"|who\sliv(?:es?|ed)\sin\s(?:the|that)\s(?:same\s)?(?:village|house|building|block|street|area|town|settlement|district)\b"
        r"|with\s(?:his|her)\sown\seyes)\b"
    ),
    "ru": re.compile(
        r"кто\s(?:выжи|спас|был|видел|остал)\w{0,3}|котор(?:ый|ая|ые)\s(?:сам\w?\s)?(?:был|была|остал|живет|живёт|живут|находил|видел|служил|воевал|выжил|участвовал)\w{0,3}"
        r"|находивш(?:ийся|аяся|иеся)\s(?:там|рядом|в\s(?:квартире|доме|здании|машине|комнате|зале|момент)|на\sместе)"
        r"|очевид(?:ец|ица)"
        r"|своими\sглазами"
    ),
    "uk": re.compile(
        r"хто\s(?:вижи|врятува|був|бачи|залиши)\w{0,4}|(?:який|яка|які)\s(?:сам\w?\s)?(?:був|була|залиши|живе|живуть|перебува|бачи|служи|воюва|вижи)\w{0,3}|очевид(?:ець|иця)"
        r"|на\sвласні\sочі"
    ),
}
