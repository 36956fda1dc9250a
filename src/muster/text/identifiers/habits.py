"""Strings in, spans of what people say of somebody's living, body or age without naming it: "drives a combine".

Everyday speech has a few dozen verbs for it; the words behind them need no list. All repetition is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from muster.text.identifiers.said import NUMBER, ORDINAL
from muster.text.spans import Span

_EN_WORD = r"(?!(?:and|but|or|when|who|that|because|until|since|before|after|there|here|then|now|he|she|they|we|i|me|him|her|us|them|it|this|was|is|are|were|has|had|for|with|from|by|as|so|if)\b)[a-z][\w'’-]{1,20}"
_EN = rf"(?:(?:an?|the|his|her|our|my|their|some)\s)?{_EN_WORD}(?:\s{_EN_WORD}){{0,2}}"
_RU_WORD = r"(?!(?:и|а|но|или|как|что|где|когда|пока|потом|до|после|он|она|они|мы|я|ты|вы|та|але|або|що|де|коли|поки|потім|після|він|вона|вони|ми|ти|ви|это|це|не|его|её|ее|його|їх|их|у|с|з|із)\b)[а-яёіїєґ][а-яёіїєґ'’ʼ-]{1,24}"
_RU = rf"{_RU_WORD}(?:\s{_RU_WORD}){{0,2}}"
_HE = r"(?:he|she|i|we|they|father|mother|dad|mum|brother|sister|son|daughter|husband|wife|uncle|aunt|grandpa|grandma|who)"
_WHOSE = r"(?:дядя|тётя|тетя|тётка|тетка|мама|мать|отец|папа|брат|сестра|муж|жена|сын|дочь|дед|сосед|соседка|он|она|я|тітка|дядько|мати|батько|тато|чоловік|дружина|син|донька|дід|сусід|сусідка|він|вона)"
_SUFFIX = r"(?:er|or|ist|ician|eer|smith|wright|keeper|hand|master|maker|man|woman)"
_NO_JOB = (
    "order|matter|factor|error|offer|answer|power|number|manner|letter|paper|danger|disorder|murder|monster|computer|corner|winter|summer|river|other|another|further|"
    "latter|former|chapter|minor|major|prior|error|water|weather|father|mother|brother|sister|daughter|member|supporter|prisoner|stranger|killer|traitor|survivor|"
    "never|ever|after|under|over|rather|either|neither|together|however|later|earlier|better|older|younger|bigger|smaller|longer|shorter|easier|harder|woman|man|"
    "human|german|foreigner|villager|islander|fighter|soldier|officer|terror|horror|mirror|door|floor|colour|error|poor|for|or|nor|her|per|list|exist|insist|monster|"
    "disaster|master|shelter|quarter|transfer|border|cover|finger|shoulder|cancer|fever|hunger|anger|owner|border|holder|bearer|speaker|caller|sender|author|leader|beginner|owner|loser|winner|liar|"
    "starter|user|writer|reader|trigger|layer|buffer|barrier|carrier|counter|tower|dinner|supper|butter|bitter|sober|proper|super|inner|outer|upper|lower|consumer|offender|defender|respondent|lover|partner"
)
_LIVING: Final = (
    re.compile(rf"(?<!\w){_HE}\s(?:used\sto\s|would\s|still\s|also\s|just\s)?(?P<n>(?:keeps?|kept|raises?|breeds?|bred|grows?|grew|drives?|drove|repairs?|repaired|fixe?[sd]|sells?|sold|sews?|sewed|bakes?|baked|welds?|welded|runs?|ran|owns?|owned|plays?|played|sings?|sang|coaches|coached|trains?|teaches|taught|lays?|laid|paints?|painted|does|did)\s(?!(?:not|n't|it|so|that|this|what|everything|nothing|well|away|out|off|up|down|over|into|back|to|on|in)\b){_EN}(?:\s(?:at|in|on)\s(?:the\s|a\s)?{_EN_WORD}(?:\s{_EN_WORD})?)?)(?=[^.!?\n]{{0,20}}(?:before\sthe\swar|all\s(?:his|her|my)\slife|for\s\w{{2,8}}\syears|,|\.|;|\n|\Z))", re.I),
    re.compile(rf"(?<!\w)(?:is|was|am|be|been|become|became|were|are|he['’]s|she['’]s|i['’]?m)\s(?:an?|the)\s(?P<n>(?:[a-z][\w-]{{2,16}}\s){{0,2}}(?!(?:{_NO_JOB})\b)[a-z-]{{2,14}}{_SUFFIX}(?!\w)(?:\s(?:at|in|on|for)\s(?:the\s|a\s)?{_EN_WORD}(?:\s{_EN_WORD})?)?)"),
    re.compile(rf"(?<!\w)(?P<n>(?:{ORDINAL}|\d(?:st|nd|rd|th))[\s-]year(?:\s{_EN_WORD}){{0,2}}\sstudents?)(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?:{_HE}|he['’]s|she['’]s|they['’]re)\s(?:is\s|was\s|are\s|were\s|has\s|had\s|works?\s|worked\s)?(?P<n>(?:(?:with|in)\s(?:the\s)?[a-z]{{2,14}}\s(?:service|business|trade|industry)|in\s(?:construction|it|logistics|retail|catering|forestry|agriculture|farming|insurance)|(?:doing|taking|finishing)\s(?:an?\s|his\s|her\s)?(?:[a-z]{{3,16}}\s){{1,2}}(?:degree|course|school|diploma)|(?:has|had|have|with)?\s?an?\s(?:stall|shop|kiosk|café|cafe|garage|workshop|farm|bakery|salon|pharmacy)(?:\s(?:at|in|on|by|near)\s(?:the\s)?{_EN_WORD})?|(?:clean|wash|cook|guard|deliver)(?:s|es|ed)\s{_EN_WORD}))(?!\w)", re.I),
    re.compile(r"(?<!\w)(?:been|still|was|is)\s(?P<n>(?:still\s)?(?:at|in)\s(?:school|college|university|uni|kindergarten))(?!\w)", re.I),
    re.compile(r"(?<!\w)(?P<n>[а-яёіїє-]{3,14}(?:работни[кц]|праців?ни[кц]|курсни[кц])[а-яіїє]{0,3})(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?P<n>(?:уч(?:ится|усь|илась|ился)|вч(?:иться|уся|илася|ився))\sна\s{_RU_WORD})(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?P<n>(?:мо(?:ет|ыл[аи]?|ю)|ми(?:є|ла|в)|вед[её]т|вел[аи]?|вёл|веде|вела|вів)\s(?:подъезд\w|під['’ʼ]їзд\w|пол[ыа]|посуду|підлогу|круж\w{{1,3}}|гурт\w{{1,3}}|секци\w|секці\w|урок\w|хор|класс|клас)(?:\s{_RU_WORD})?)(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?P<n>(?:точк\w|ларёк|ларек|палатк\w|киоск|кіоск|магазин|лоток|ятк\w|наметк\w|шиномонтаж\w{{0,2}}|кафе)\s(?:на|в|у|біля|возле)\s{_RU_WORD})(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?:служил\w?|служи(?:в|ла|ть)|служит|воевал\w?)\s(?P<n>(?:в|во|у|на)\s{_RU_WORD})(?!\w)", re.I),
    re.compile(rf"(?<!\w){_WHOSE}\s(?P<n>(?:на|в|у)\s(?:стройк\w|завод\w|шахт\w|ферм\w|железк\w|почт\w|пошт\w|рынк\w|базар\w|будов\w|будівництв\w|айти|айті|школ\w|садик\w|больниц\w|лікарн\w|мчс|дснс|полиции|поліції|охран\w|охорон\w|такси|таксі|порту|депо|автопарк\w))(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?P<n>(?:чинил\w?|ремонтир\w{{2,6}}|торгу\w{{1,3}}|торгова\w{{1,2}}|заведу\w{{1,2}}|заведова\w{{1,2}}|печ[её]т|печет|пекла|ш(?:ь[её]т|ила|ил)|вяжет|вязала|вахт\w{{3,9}}|таксу\w{{1,3}}|таксова\w{{1,2}}|шофери\w{{1,3}}|тренир\w{{3,6}}|ремонту\w{{1,5}}|торгув\w{{1,3}}|лагоди\w{{1,3}}|завіду\w{{1,4}}|пече|ши(?:є|в|ла)|плете|плела)\s{_RU}(?:\s(?:на|в|у)\s{_RU_WORD}(?:\s{_RU_WORD})?)?)", re.I),
    re.compile(rf"(?<!\w)(?P<n>{_RU_WORD}\s(?:чинил\w?|ремонтировал\w?|лагоди\w{{1,2}}|ремонтува\w{{1,2}}|делает|делала|робить|робила|торговал\w?|торгува\w{{1,2}}|преподавал\w?|вёл|вела|викладав|викладала)(?:\s(?:на|в|у)\s{_RU_WORD})?)(?=[,.;!?\n]|\sдо\s|\Z)", re.I),
    re.compile(r"(?<!\w)(?P<n>(?:держ(?:ит|ал|ала|али|им)|трима(?:є|в|ла|ють|ли)|вод(?:ит|ил|ила|ить|ив))\s(?:пас[еіи]к\w|пчел\w?|бджіл|бджоли|коров\w?|корів|коз\w?|кіз|свин\w{1,2}|гус\w{1,2}|кур\w?|овец|овець|кролик\w{0,2}|ларёк|ларек|магазин\w?|лавк\w|кафе|автобус\w?|маршрутк\w|фур\w|камаз\w?|трамва\w{1,2}|поезд\w?|потяг\w?|экскаватор\w?|трактор\w?))(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?P<n>(?:крут(?:ит|ил|ить|ив)\s(?:баранк\w|кермо)|(?:пел|поёт|поет|пела|співа(?:є|в|ла)|игра(?:ет|л|ла)|гра(?:є|в|ла))\s(?:в|во|на|у|за)\s{_RU}|(?:ездил\w?|їзди\w{{1,2}})\s(?:на|в)\s(?:вахт\w|заработк\w|заробітк\w)(?:\s(?:в|у|на)\s[^\W\d_]{{3,20}})?|на\s{_RU_WORD}\s(?:на\s{_RU_WORD}\s)?(?:играл\w?|играет|грав|грала|грає)))(?!\w)", re.I),
    re.compile(rf"(?<!\w){_WHOSE}\s(?:\w{{2,10}}\s)?(?P<n>(?:на|в|у)\s{_RU_WORD}\s(?:работа\w{{1,4}}|работа|труди\w{{2,4}}|працю\w{{1,4}}|робить|робив|робила))(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?:всю\sжизнь|все\sжиття|усе\sжиття|до\sвойны|до\sвійни)\s(?:проработ\w{{1,4}}\s|працюва\w{{1,2}}\s)?(?P<n>(?:на|в|у|при)\s{_RU_WORD}(?:\s{_RU_WORD})?)", re.I),
    re.compile(rf"(?<!\w)(?:уч(?:ил(?:ся|ась|ись)|ится|усь)|вч(?:и(?:вся|лася|ться)|уся)|студент\w{{0,3}}|поступил\w?|вступи\w{{1,2}}|перешёл|перешла|отчислили|відрахували)\s(?P<n>(?:(?:на|с|со|з|із|в|у)\s)?(?:{ORDINAL}|\d)(?:-?(?:м|го|му))?\s(?:курс\w{{0,2}})(?:\s{_RU_WORD}(?:\s{_RU_WORD})?)?)", re.I),
    re.compile(rf"(?<!\w)(?P<n>в\s(?:техникум\w|колледж\w|училищ\w|пту|институт\w|универ\w{{0,8}}|академи\w)\s(?:уч(?:ится|ился|илась)|на\s{_RU_WORD})(?:\sна\s{_RU_WORD})?)(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?P<n>(?:депутат\w{{0,3}}|голов[аиуоюі]{{1,2}}|председател\w{{1,2}}|замдиректор\w{{0,3}}|завуч\w{{0,3}}|тренер\w{{0,4}}|заступни[кц]\w{{0,3}}\s\w{{4,14}}|начальни[кц]\w{{0,3}})\s(?:(?:по|з|із)\s)?{_RU_WORD})(?!\w)", re.I),
)  # fmt: skip

_HURT: Final = (
    re.compile(r"(?<!\w)(?P<n>(?:(?:can(?:['’]?t|not|\snot)|could(?:n['’]?t|\snot)|barely|hardly|does(?:n['’]t|\snot))\s(?:walk|see|hear|speak|move|bend|lift|stand|sleep|feel)(?:\s(?:on|in|with|out|of|his|her|my|the|one|both|left|right|without|pills|anything){0,1})(?:\s(?:his|her|my|the|one|both|left|right|pills|ear|ears|eye|eyes|hand|hands|arm|leg|legs|fingers)){0,3}))(?!\w)", re.I),
    re.compile(r"(?<!\w)(?P<n>не\s(?:слыш\w{1,4}|вид\w{1,4}|ход\w{1,4}|гн[уе]т\w{1,4}|говор\w{1,4}|чувству\w{1,3}|двига\w{2,5}|чу(?:є|ю|в|ла|ють)|бач\w{1,4}|згина\w{2,6}|рухає\w{0,3}|відчува\w{1,3})(?:\s(?:на|в|у|одн\w{1,3}|лев\w{2,3}|прав\w{2,3}|лів\w{1,2}|об\w{1,3}|рук\w{1,2}|ног\w{1,2}|пальц\w{1,3}|ух\w{1,2}|вух\w{1,2}|уш\w{1,3}|глаз\w{0,3}|ок[оа]|очі)){1,4}|не\s(?:гн[уе]т\w{1,4}|сгиба\w{1,6}|згина\w{2,6}|ходяч\w{1,2}))(?!\w)", re.I),
    re.compile(r"(?<!\w)(?P<n>(?:состоит|стоит|перебува\w{1,3}|числится)\s(?:на\sучёте|на\sучете|на\sобліку)\s(?:у|в)\s[^\W\d_]{5,16})(?!\w)", re.I),
    re.compile(r"(?<!\w)(?P<n>(?:tried\sto\s(?:hang|kill|shoot)\s(?:him|her|my)self|(?:вскрыл\w?|порезал\w?|порізав|порізала|різав|резал\w?)\s(?:себе\s|собі\s)?вен[ыи]|(?:пытал\w{2}|пробовал\w?|намага\w{2,4}|хоті\w{1,2}|хотел\w?)\s(?:повеситься|застрелиться|отравиться|повіситися|повіситись|застрелитися|отруїтися)|изнасилова\w{1,5}|зґвалтува\w{1,5}|згвалтува\w{1,5}|raped))(?!\w)", re.I),
    re.compile(r"(?<!\w)(?P<n>(?:walks?|walking)\s(?:with|on)\s(?:an?\s)?(?:cane|crutch(?:es)?|stick|frame|prosthesis)|(?:ходит|ходить|на)\s(?:на\sкостылях|костылях|милицях|с\sпалочкой|с\sпалкой|з\sпаличкою|з\sціпком|на\sпротезе|на\sпротезі)|(?:on|in|under)\sdialysis|на\s(?:диализе|діалізі|инсулине|інсуліні|инвалидной\sколяске|інвалідному\sвізку))(?!\w)", re.I),
    re.compile(r"(?<!\w)(?P<n>(?:пластин\w|плита|штифт\w?|спиц[аыу]|винт\w?|шунт\w?|стент\w?|осколо?к\w{0,2}|улам(?:ок|к\w{1,3})|пул[яіюе]|куля|кулю|(?:piece|bit)s?\sof\s(?:metal|shrapnel)|(?:(?:titanium|metal|steel)\s)?(?:plate|pin|rod|screw|stent|bullet|fragment|splinter)s?)\s(?:в|у|возле|около|біля|коло|под|під|in|near|by|behind|under)\s(?:(?:his|her|my|the|left|right|лев\w{2}|прав\w{2}|лів\w{2})\s){0,2}[^\W\d_]{3,14})(?!\w)", re.I),
    re.compile(r"(?<!\w)(?P<n>(?:шрам\w{0,2}|рубец|рубц\w{1,2}|ожог\w{0,2}|опік\w{0,2}|опіки|наколк\w|татуировк\w|татуюванн\w|тату|tattoos?|scars?|birthmarks?|родинк\w|родимка|родимое\sпятно|burns?|dents?|вмятин\w|вм['’]ятин\w)(?:\s(?!(?:и|та|й|and|but|а|але|но|что|що|that|which|он|она|він|вона|he|she)\b)[^\W\d_]{1,14}){0,2}\s(?:через|на|у|в|над|под|під|возле|біля|across|on|over|from|above|below|under|of|in|along|down)\s(?:(?:his|her|my|the|left|right|both|всю|усю|весь|пол|пів|лев\w{2}|прав\w{2}|лів\w{2})\s){0,2}[^\W\d_]{3,14}(?:\s(?:to|до)\s(?:the\s|his\s|her\s)?[^\W\d_]{3,14})?)(?!\w)", re.I),
    re.compile(r"(?<!\w)(?P<n>(?:(?:transfusion|transplant)\w{0,3}|(?:перелив|пересад)\w{2,6}\s[^\W\d_]{3,12}|кесар\w{2,4}(?:\sроз\w{3,4}|\sсеч\w{3,4})?|выкидыш\w{0,2}|викид\w{0,3}ень?|зробили\sаборт|сделал\w\sаборт|miscarriages?|caesarean|c-section|stillb\w{2,5}|abortion))(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?P<n>(?:stage|type|grade|group)\s(?:[1-4]|I{{1,3}}V?|one|two|three|four)\s[a-z]{{3,14}}(?:\s(?:cancer|disease|disability|failure|diabetes))?|(?:{ORDINAL}|[1-4]|I{{1,3}})(?:-?[аяїй])?\s(?:стади\w|стадія|групп\w|груп\w)(?:\s(?:инвалидности|інвалідності|рака|раку))?)(?!\w)", re.I),
)  # fmt: skip

_BODY = (
    r"(?:heart|spine|back|nose|jaw|arms?|legs?|hands?|fingers?|knees?|hips?|skull|ribs?|teeth|eyes?|ears?|kidneys?|lungs?|liver|shoulder|ankle|wrist|collarbone|cheek|neck|"
    r"сердц\w{1,2}|позвоночник\w?|хребет|спин\w|нос\w?|челюст\w|щелеп\w|рук\w{1,2}|ног\w{1,2}|нозі|руці|пальц\w{1,3}|колен\w|колін\w|череп\w?|р[её]бр\w|ребер|зуб\w{0,2}|глаз\w{0,2}|очі|око|ух\w|вух\w|почк\w{1,2}|нирк\w{1,2}|л[её]гк\w{1,2}|печень|плеч\w|ключиц\w|шея|шия|голов\w{1,2}|живот\w?)"
)
_BODILY: Final = (
    re.compile(rf"(?<!\w)(?P<n>(?:broke|breaking|smashed|crushed|damaged|injured|burned|burnt|hurt|cut|lost|shattered|dislocated|twisted)\s(?:off\s)?(?:(?:his|her|my|their|the|both|left|right|an?|one|two|three|four)\s){{0,3}}{_BODY})(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?P<n>{_BODY}\s(?:(?:is|was|were|are|got|has\sbeen)\s)?(?:damaged|broken|smashed|crushed|shattered|gone|numb|swollen|infected|paralysed|paralyzed|hurt|injured|burst|burned|burnt|stones|failure|damage|transplant)(?:\sin\s(?:the|his|her)\s[a-z]{{3,12}})?)(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?P<n>(?:bad|weak|sick|damaged|broken|artificial|nerve\sdamage\sin\sthe|(?:a\s)?(?:hole|crack|hernia|tumour|tumor|stone|clot|fluid|water|pain)s?\s(?:in|on)\s(?:his|her|my|the)(?:\s(?:left|right))?)\s{_BODY})(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?P<n>(?:(?:лев|прав|лів)[а-яії]{{1,2}}\s)?{_BODY}\s(?:не\s(?:работа\w{{1,3}}|двига\w{{2,4}}|гн[её]тся|сгиба\w{{2,4}}|слуша\w{{2,4}}|видит|слышит|чувству\w{{1,2}}|працює|рухаєтьс\w|бачить|чує|слухаєтьс\w)|висит|висить|отнял\w{{2,3}}|відня\w{{2,4}}|отказал\w?|відмовил\w|повреж\w{{3,5}}|пошкодж\w{{3,6}}|сломан\w?|зламан\w{{0,2}}|перебит\w{{0,2}}|раздроблен\w?|роздроблен\w|больн\w{{2,3}}|хвор\w{{1,2}}|болит|болить|проблемы|проблеми))(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?P<n>(?:сломал\w?|зламал\w|зламав|выбил\w?|вибил\w|повредил\w?|пошкодив|пошкодил\w|перебит\w|перебил\w|прострелен\w|прострелил\w|обжёг|обжог|обпік|потерял\w?|втратив|втратил\w|лишился|лишилась|позбувся|больн\w{{1,3}}|хвор\w{{1,3}}|слаб\w{{2,3}}|камни\sв|камені\s[ву]|опухоль\s[вн]\w?|пухлина\s[вун]\w?|проблемы\sс|проблеми\s(?:з|із))\s(?:(?:об[ае]|обе|обидв\w|дв[аеі]|три|лев\w{{2}}|прав\w{{2}}|лів\w{{1,2}}|ему|ей|йому|їй|мне|мені)\s){{0,2}}(?:{_BODY}|зрение|зір|слух|ногу|ноги|руку|руки))(?!\w)", re.I),
    re.compile(r"(?<!\w)(?P<n>(?:high|low)\sblood\s(?:pressure|sugar)|(?:mental|heart|kidney|liver|back|breathing|eye)\s(?:problems?|trouble|issues|condition)|(?:nearly|almost|half|completely|totally|почти|наполовину|совсем|майже|зовсім)\s(?:blind|deaf|слеп\w{2}|глух\w{2}|сліп\w|глух\w)|(?:давление|тиск|сахар|цукор)\s(?:скачет|скаче|высок\w{2}|висок\w{2}|повышен\w{0,3}|підвищен\w{0,2})|(?:открыт\w{2}|відкрит\w)\sформ\w\s[^\W\d_]{4,14}|(?:hepatitis|гепатит\w?)\s[a-eа-сцвб](?!\w)|осталс\w\sбез\s[^\W\d_]{3,10}|залишивс\w\sбез\s[^\W\d_]{3,10}|(?:без|немає|нет|нема)\s(?:(?:одно[йго]{1,2}|лев\w{2}|прав\w{2}|двух|двох|трёх|трьох|лів\w{2}|передних|передніх)\s){1,2}[^\W\d_]{3,10})(?!\w)", re.I),
)  # fmt: skip

_BODY_OF_MEN = (
    r"(?:рот[аеуыи]|ротою|ротой|роті|взвод\w{0,2}|отделени\w{1,2}|відділенн\w|батальон\w{0,2}|батальйон\w{0,2}|полк\w{0,2}|бригад\w{1,2}|отряд\w{0,2}|загон\w{0,2}|загін|дивизион\w{0,2}|дивізіон\w{0,2}|батаре\w{1,3}|эскадрон\w{0,2}|эскадриль\w{1,2}|"
    r"групп[аеуы]|корпус\w{0,2}|дивизи\w{1,2}|дивізі\w{1,2}|сотн\w{1,2}|полигон\w{0,2})"
)
_MEN: Final = (
    re.compile(rf"(?<!\w)(?P<n>(?:[а-яіїє-]{{3,20}}(?:ый|ий|ая|ой|ое|ого|ом|ым|ую|ій|ої|ою|а|у)\s)?[а-яіїє-]{{3,20}}(?:ый|ий|ая|ой|ое|ого|ом|ым|ую|ій|ої|ою|а)\s{_BODY_OF_MEN}(?:\s(?:[а-яіїє-]{{3,16}}(?:ого|ої|ой)\s)?(?:{_BODY_OF_MEN}|охраны|охорони|связи|зв['’ʼ]язку|разведки|розвідки|теробороны|тероборони|нацгвардии|нацгвардії|[«\"][^»\"\n]{{2,24}}[»\"]|\d{{1,5}}))?)(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?P<n>{_BODY_OF_MEN}\s(?:охраны|охорони|связи|зв['’ʼ]язку|разведки|розвідки|обеспечения|забезпечення|управления|управління|теробороны|тероборони|нацгвардии|нацгвардії|росгвардии|спецназа?|спецназу|десанта?|беспилотни\w{{2}}|безпілотни\w{{2}}|[«\"][^»\"\n]{{2,24}}[»\"]|№?\s?\d{{1,5}}))(?!\w)", re.I),
    re.compile(r"(?<!\w)(?P<n>(?:развед|розвід|мед|комендант|мин|мін|рем|ав[иі]а|арт|танк|хоз|госп|спец|роз?вед|штаб|зенит|зеніт)(?:ин)?(?:рот\w{1,2}|взвод\w{0,2}|бат\w{0,8}|дивизион\w{0,2}|дивізіон\w{0,2}|батаре\w{1,2})|тробат\w{0,2}|тербат\w{0,2}|стройбат\w{0,2}|дисбат\w{0,2}|шторм\s[^\W\d_]{1,4}|(?:в|из|с|у|з|із)\s(?:вагнер\w{0,2}|ахмат\w{0,2}|редут\w{0,2}|азов\w{0,2}|росгварди\w|нацгвардии|нацгвардії|вдв|гру|фсб|сбу|овд|омон\w{0,2}|собр\w{0,2}|чвк(?:\s[^\W\d_]{3,12})?|дивизион\w{0,2}|дивізіон\w{0,2}|спецназ\w{0,2}|стройбат\w{0,2}))(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?P<n>(?:{ORDINAL}|\d{{1,4}}(?:-?(?:й|я|го|ой|та|ий|th|st|nd|rd))?)\s(?:мотострелков\w{{2,3}}|десантн\w{{2,3}}|танков\w{{2,3}}|штурмов\w{{2,3}}|гвардейск\w{{2,3}}|механізован\w{{1,2}}|десантн\w{{1,2}}|motor\srifle|airborne|mechani[sz]ed|tank|assault|guards|marines?))(?!\w)", re.I),
    re.compile(r"(?<!\w)(?P<n>(?:воинск\w{2}\sчаст\w{1,2}|військов\w{1,2}\sчастин\w|military\sunit|в\.?/?ч\.?)\s(?:№\s?|номер\s|number\s)?[а-яa-z]?-?\d{3,6})(?!\w)", re.I),
    re.compile(r"(?<!\w)(?P<n>(?:(?:mortar|guard|tank|assault|recon(?:naissance)?|medical|sapper|engineer|drone|signals?|rifle|artillery|anti-tank|machine-gun|headquarters|repair|supply|storm|penal)\s){1,2}(?:battery|platoon|company|battalion|squad|detachment|brigade|regiment|group|unit)(?:\sof\sthe\s(?:first|second|third|fourth|\d{1,4}(?:th|st|nd|rd)?)\s(?:battalion|regiment|brigade|company|division))?)(?!\w)", re.I),
    re.compile(r"(?<!\w)(?P<n>(?:first|second|third|fourth|fifth)\s(?:battery|platoon|company|battalion|squad|brigade|regiment))(?!\w)", re.I),
    re.compile(r"(?<!\w)(?P<n>old\sbelievers?|jehovah['’]?s?\switness(?:es)?|свидетел\w{1,2}\sиеговы|свідк\w{1,2}\sєгови|крымск\w{2}\sтатар\w{0,3}|кримськ\w{1,2}\sтатар\w{0,3}|(?:half|part|ethnic)\s[a-z]{4,12})(?!\w)", re.I),
)  # fmt: skip

_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WHEN: Final = (
    re.compile(rf"(?<!\w)(?P<n>{_WEEKDAY}\sthe\s(?:{ORDINAL}|\d{{1,2}}(?:st|nd|rd|th)))(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?:around|about|by|until|till|since|after|before|night\sof|evening\sof|morning\sof|from)\sthe\s(?P<n>{ORDINAL}|(?:twenty|thirty)\s(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|\d{{1,2}}(?:st|nd|rd|th))(?=[,.;!?\n]|\s(?:he|she|they|we|i|it|at|in|when|of|there|until|nobody|nothing)\b|\Z)", re.I),
    re.compile(r"(?<!\w)the\s(?P<n>\d{1,2}(?:st|nd|rd|th)\sof\s(?:last|this|that|next|the\ssame)\s(?:month|year))(?!\w)", re.I),
    re.compile(r"(?<!\w)(?P<n>(?:the\s|a\s)?(?:day|two\sdays|three\sdays|week|night)\s(?:before|after)\s(?:new\syear|christmas|easter|epiphany|ramadan|victory\sday|independence\sday|(?:his|her|my)\sbirthday))(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?P<n>(?:on\s)?the\s{ORDINAL})(?=[,.;!?\n]|\Z)", re.I),
)  # fmt: skip

_TENS_OLD = "двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|двадцять|п['’ʼ]ятдесят|шістдесят|сімдесят|вісімдесят"
_WHO = r"(?:ему|ей|мне|сыну|дочке|дочери|брату|сестре|мужу|жене|деду|бабке|йому|їй|мені|синові|сину|доньці|братові|сестрі|дружині|чоловікові|дідові|бабці|младшему|старшему|младшей|старшей|молодшому|молодшій|старшій)"
_OLD: Final = (
    re.compile(rf"(?<!\w){_WHO}\s(?:всего|только|ещё|еще|уже|лишь|вже|лише|тільки|всього|скоро|почти|майже|было|було|будет|буде|исполнилось|виповнилось|стукнуло|на\sвид|на\sвигляд|не\sбыло\s(?:и|ещё|даже)|не\sбуло\s(?:й|і|ще|навіть)){{1,2}}\s?(?P<n>{NUMBER}|\d{{1,3}}|полтинник|півсотні|сорокет|тридцатник|[а-яіїє'’]{{3,12}}надцат[иь]|[а-яіїє'’]{{3,12}}надцят[иь])(?![\w%])", re.I),
    re.compile(rf"(?<!\w)(?P<n>{NUMBER}|\d{{2}})\s(?:уже\s|вже\s)?(?:исполнил\w{{2,3}}|стукнуло|виповнил\w{{2,3}}|с\sхвостиком|з\sхвостиком|с\sлишним|з\sгаком)(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?:только|just|only|barely|already|всего|лише|тільки)\s(?P<n>{NUMBER}|\d{{1,2}})(?=[,.;!?\n]|\Z)", re.I),
    re.compile(rf"(?<!\w)(?P<n>(?:aged\s)?between\s(?:\d{{1,2}}|{NUMBER})\sand\s(?:\d{{1,2}}|{NUMBER}))(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?:almost|nearly|just\sturned|turns|turned|turning|pushing|past|well\sover|not\seven|not\syet)\s(?P<n>{NUMBER}|\d{{1,2}})(?![\w%.]|\s(?:times?|days?|hours?|minutes?|weeks?|per))", re.I),
    re.compile(rf"(?<!\w)(?P<n>{NUMBER}\s(?:something|odd)|\d{{2}}-?something|{NUMBER}\s(?:с|з)\s(?:небольшим|лишним|гаком|хвостиком|копейками|лишком|чимось))(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?:пош[её]л|пошла|пішов|пішла|разменял\w?|розміняв|розміняла|идёт|идет|йде)\s(?P<n>{ORDINAL}|(?:[а-яіїє'’]{{4,14}}(?:ый|ий|ой|ій))(?:\s(?:десяток|год|рік))?)(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?P<n>{ORDINAL}\s(?:десяток|десятку|десятке))(?!\w)", re.I),
    re.compile(r"(?<!\w)(?:он|она|я|сын|дочь|він|вона|син|дочка|брат|муж|чоловік)\s(?:с\s|з\s)?(?P<n>(?:[а-яіїє'’]{4,16}\s)?[а-яіїє'’]{4,16}(?:ого|его|ього)\s(?:года|року))(?!\w)", re.I),
    re.compile(r"(?<!\w)(?P<n>[а-яё]{4,14}летк\w{1,2}|[а-яіїє'’]{4,14}річк\w{1,2}|(?:ему|ей|йому|їй)\s(?:ещё|ще)\sнет\s[а-яё]{4,16})(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?P<n>(?:\d{{1,2}}|{NUMBER})(?:\s(?:с|з)\sпол\w{{4,7}})?\s(?:год\w{{0,2}}|лет|месяц\w{{0,2}}|місяц\w{{0,2}}|рок\w{{1,2}}|рік))(?=\s(?:малышу|ребёнку|ребенку|сыну|дочке|дитині|немовляті|синові|доньці)|[,.;)\n]|\Z)", re.I),
    re.compile(r"(?<=,\s)(?P<n>\d{1,2})(?=,\s(?:[a-zа-яіїєґё]))", re.I),
    re.compile(rf"(?<!\w)(?:за|под|під)\s(?P<n>{_TENS_OLD})\s(?:ему|ей|мне|йому|їй|мені|лет|років)(?!\w)", re.I),
    re.compile(r"(?<!\w)(?P<n>[а-яё]{4,18}летн\w{2,3}|[а-яіїє'’ʼ]{4,18}річн\w{1,3})(?!\w)", re.I),
    re.compile(r"(?<!\w)(?:он|она|я|сын|дочь|він|вона|син|брат|муж)\s(?:с\s|з\s)?(?P<n>(?:19|20)?\d\d-?(?:го|й)\s(?:года|року))(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?P<n>{NUMBER}\s(?:лет|років|годов|годик\w{{0,2}}|рочк\w{{1,2}}|годочк\w{{1,2}}))(?!\w)", re.I),
    re.compile(r"(?<!\w)(?P<n>(?:дев['’ʼ]яност[оа]|сто)\s(?:років|рік|роки))(?!\w)", re.I),
    re.compile(r"(?:^|(?<=[,.;(\s]))(?:m|f|м|ж|ч|муж|жен|male|female)\.?,\s(?P<n>\d{2})(?=[,.;)\n]|\Z)", re.I | re.M),
    re.compile(r"(?<=\bclass\sof\s)(?P<n>(?:19|20)\d\d)(?!\d)", re.I),
    re.compile(rf"(?<!\w)(?:(?:the\s)?(?:younger|older|elder|youngest|oldest|eldest|little)(?:\sone)?|младш\w{{2,3}}|старш\w{{2,3}}|молодш\w{{1,3}})(?:\sone)?,?\s(?P<n>\d{{1,2}}|{NUMBER})(?=[,.;)\n]|\Z)", re.I),
    re.compile(r"(?:^|(?<=[.;\n]\s))(?P<n>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?)(?=,\s)", re.I | re.M),
)  # fmt: skip

_SCALE = r"(?:тыс\w{0,3}|тысяч\w{0,2}|тис\w{0,3}|тисяч\w{0,2}|тыщ\w{0,2}|тищ\w{0,2}|тыр|штук\w?|косар\w{0,3}|лям\w{0,2}|млн|млрд|миллион\w{0,3}|мільйон\w{0,3}|мільярд\w{0,3}|миллиард\w{0,3}|thousand|million|billion|grand|mln|bn|[kкmм])"
_COIN = r"(?:dollars?|bucks?|euros?|pounds?|quid|roubles?|rubles?|hryvnias?|доллар\w{0,3}|долар\w{0,3}|баксо?в?|бакс\w{0,2}|евро|євро|рубл\w{1,3}|руб|р|гривен\w{0,2}|гривн\w{0,2}|грн|usd|uah|rub|eur|долл|дол)"
_THING = (
    r"(?:kilos?|kg|kilograms?|grams?|stone|pounds|lbs?|cm|centimetres?|metres?|meters?|sq\.?\s?m|square\smet(?:re|er)s|hectares?|acres?|cows?|goats?|pigs?|sheep|hens|chickens|geese|hives|rooms|storeys|feet|foot|"
    r"кило|кг|килограмм\w{0,2}|кілограм\w{0,2}|грамм\w{0,2}|грам\w{0,2}|см|сантиметр\w{0,2}|метр\w{0,2}|квадрат\w{0,3}|квадратн\w{2}\sметр\w{0,2}|кв\.?\s?м|сот(?:ок|ки)|гектар\w{0,2}|га|коров\w?|корів|коз\w?|кіз|сви\w{2,4}|овец|овець|кур(?:ей|ки)?|гусей|ульев|вуликів|комнат\w?|кімнат\w?|размер\w?(?:\sноги)?|розмір\w?(?:\sноги)?|size)"
)
_HALF = r"(?:\s(?:с\sполовиной|з\sполовиною|and\s(?:a\s)?half(?:\sa)?))?"
_MUCH: Final = (
    re.compile(rf"(?<![\w.,])(?P<n>(?:\d{{1,6}}(?:[.,]\d{{1,3}})?|{NUMBER}{_HALF}|пол(?:тора|торы|овину)|півтора|півтори|half\sa|a)\s?{_SCALE}(?!\w)(?:\s{_COIN}(?!\w))?)", re.I),
    re.compile(rf"(?<![\w.,])(?P<n>(?:\d{{1,7}}(?:[.,\s]\d{{1,3}})?|{NUMBER}{_HALF})\s?{_COIN})(?!\w)", re.I),
    re.compile(rf"(?<![\w.,])(?P<n>(?:\d{{1,6}}(?:[.,]\d{{1,3}})?(?:-?(?:й|го|ий))?|{NUMBER}{_HALF})\s?{_THING})(?!\w)", re.I),
    re.compile(r"(?<![\w.,])(?P<n>[12][.,]\d{1,2})(?:\s?m)?\s(?:tall|high|ростом|зростом|росту)(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?P<n>(?:{NUMBER}|\d)\s(?:foot|feet|ft)(?:\s(?:{NUMBER}|\d{{1,2}}))?)(?!\w)", re.I),
    re.compile(r"(?<!\w)(?P<n>(?:size|рост|зріст|вес|вага|размер|розмір)\s\d{2,3}(?:\s(?:boots?|shoes?|foot|обуви|ноги|взуття))?)(?!\w)", re.I),
)  # fmt: skip


_ALL: Final = (
    (_LIVING, "job"), (_HURT, "wound"), (_BODILY, "wound"), (_OLD, "age"), (_MUCH, "amount"), (_MEN, "unit"),
    (_WHEN, "date"),
)  # fmt: skip


def find_habits(body: str) -> Iterator[tuple[Span, str]]:
    """What such turns of speech tell, with its field, in no order; they may overlap."""
    for patterns, field in _ALL:
        for pattern in patterns:
            yield from ((Span(*match.span("n")), field) for match in pattern.finditer(body))


__all__ = ["find_habits"]
