"""Words and patterns that tell whose side somebody speaks for: offices, ranks, bodies, in three languages."""

from __future__ import annotations

import re
from typing import Final

from muster.text.listed import listed

# Bodies and offices of a side, by a word of their name or description.
STATE: Final = re.compile(
    r"\b(?:ministr(?:y|ies)|arm(?:y|ies)|police|security service|emergenc(?:y|ies) service|general staff"
    r"|(?:recruitment|enlistment|conscription|draft) (?:office|cent(?:re|er)|board)|commissariat"
    r"|pentagon|kremlin|white house|downing street|government"
    r"|prosecut\w*|military|headquarters|command|brigade|battalion|regiment|division|corps|navy|air ?force"
    r"|national guard"
    r"|border guard|coast guard|authorit(?:y|ies)|administration|rebels?|insurgents?|militia|junta"
    r"|delegation|side|president(?:ial)?"
    r"|presidency|cabinet|intelligence (?:service|agency|directorate)|military intelligence|armed forces"
    r"|(?:commander|commandant|quartermaster|governor|mayor|prefect|minister|general"
    r"|colonel)['’]s\s(?:office|staff)"
    r"|forces|troops|garrison|occupation|officials?|alliance|counterpart|commission|councils?"
    r"|parliament|fire (?:officer|service|brigade)|rescuers|directorate|department|air defen[cs]e"
    r"|(?:prison|border|security|emergency|intelligence|customs|tax|migration|immigration|fire|probation|penitentiary"
    r"|secret|correctional|coast\sguard|counter-?intelligence|state|federal|civil)\s(?:protection\s)?(?:service|agency|bureau)s?"
    r"|fbi|cia|security council|defen[cs]e (?:staff|council)|ombudsman['’]s\soffice|junta|regime"
    r"|separatists?|separatist\smovement|guerrillas?|paramilitar\w+|militants?|insurgency|resistance\smovement"
    r"|coordination (?:office|cent(?:re|er)|headquarters)|guards?(?:['’]s)? service"
    r"|anti-?corruption (?:bureau|agency|court)"
    r"|customs|town hall|city hall|municipality|tribunal|court|inspectorate|chancellery|parliament"
    r"|senate)\b|\A\W*service\W*\Z"
    r"|министерств|минобороны|(?:мин|обл|гор|рай|край)здрав|\b(?:г?у|о)?мвд\b|\bг?увд\b|\bгсу\b|\bсу ск\b"
    r"|\bск\b(?!\s[«\"])|\bцик\b|избирком|(?:экстренн|оперативн)\w+ служб|\bмид\b|\bмчс\b|\bу?фсб\b"
    r"|\bгур\b|\bгсчс\b|\bсбу\b|\bвсу\b"
    r"|\bвс рф\b"
    r"|генштаб|\bштаб|полици|прокуратур|\bбел(?:ый|ого|ому)\sдом|\bбіл(?:ий|ого|ому)\sд[іо]м"
    r"|правительств|росгварди|следств|следственн|кремл|командован|группировк|бригад(?!ир)|батальон"
    r"|\bполк|дивизи"
    r"|гарнизон|военкомат"
    r"|администраци|\bвласт|\bарми|войск|\bсторон(?!ник)|сопротивлен|делегаци|уполномоченн|оккупац|гвард|\bфлот"
    r"|разведк|(?:воинск|войсков)\w{2} част|\bвзвод|ополчен|\bсенат|\bратуш|следком|оперштаб|трибунал"
    r"|райотдел|(?:обл|рай)совет|уголовн\w+ розыск|начальник\w? (?:связи|тыла)|служб\w{1,2} тыла"
    r"|\bтыл\w? (?:округ|арми|бригад|полк)"
    r"|\bофіс\w{0,2}\s(?:уповноваж|омбуд|президент|генеральн|генпрок)|\bаппарат\w{0,2}\s(?:уполномоч|омбуд|президент)|\bсб\b"
    r"|\bдержслужб|\bдержавн\w{2,3}\sслужб|\bгосслужб|секретаріат\w{0,3}\s(?:уповноваж|уряд|рад|презид|кабін)|\bуповноважен\w{2,3}\s(?:з|із)\sправ"
    r"|міністерств|міноборони|\bмвс\b|\bмзс\b|\bдснс\b|\bзсу\b|\bтцк\b|\bова\b|\bмва\b|поліці|\bуряд"
    r"|командуванн|угрупованн|батальйон"
    r"|дивізі|гарнізон|військкомат|адміністраці|\bвлад(?:а|и|і|у|ою)\b|\bармі|військ|сторон(?!н[иі]к)|делегаці|слідств|прокурат"
    r"|повітрян\w+ сил|розвід[кц]|координаційн|координационн"
    r"|\bуправ[аыеу]\b|комисси|комісі|комендатур|оборон|военно-|військово-|\bмэри[яиюе]"
    r"|\bмері[яїює]|департамент|аварийн|аварійн|спасател|рятувальн|ведомств|відомств|инспекци"
    r"|інспекці|канцеляри|канцелярі|таможн|митниц|\bсуд(?:[ауеі]|ом|ебн\w+)?\b|гособвинен|обвинуваченн"
    r"|таб[оі]р"
    r"|при[её]мн(?!\w{2,3}\s(?:поко|отделен|от(?:е?ц|ч)|сын|мат|доч|роди|пап|мам))|приймальн(?!\w{1,3}\sвідділен)|сільрад"
    r"|міськрад|облрад|горсовет|сельсовет|изолятор|колони|ізолятор|колоні[їя]|\bслідч|\bуправлени"
    r"|\bуправлінн|санітарн|санитарн\w+ служб"
    r"|з питань полонених"
    r"|\bглав[аыуе] \w{0,20} ?(?:район|област|город|республик|округ|посёлк|поселк|муниципал|регион"
    r"|сел[аь]|\bМВД|\bМИД)"
    r"|служб\w{0,2} (?:безопасност|безпек)|\b[уг]{0,2}фсин\b|\bфсо\b|\bсвр\b|\bскр\b|\bск рф\b"
    r"|центральн\w{2,3}\sбанк|центробанк|\bцб\b|\bнбу\b|нацбанк|банк\w?\sроссии|агентств\w{1,2}\sпо\sстрахован|фонд\w{0,2}\sгарантуванн"
    r"|роскомнадзор|роспотребнадзор|ростехнадзор|\bпротивник\w{0,2}\b|\bворог\w{0,2}\b|\benemy\b"
    r"|держстат|госстат|росстат|росавиаци|гибдд|\bгаи\b|\bдбр\b|\bнабу\b|\bдса\b|\bрнбо\b|\bсовбез|\bснбо\b|\bкмва\b|\bрва\b"
    r"|\bзам(?:ком|глав|мин|пред|нач|полит|губерн|мэр|мер)\w*|\bком(?:бат|бриг|рот|взвод|див|полк|кор)\w{0,3}\b|\bначштаб"
    r"|прикордон|погранич|погранслужб|пенітенціар|пенитенциар|исполнени\w+ наказани"
    r"|виконанн\w+ покаран|тюремн|в.язничн"
    r"|\bсизо\b|\bсі?зо\b|\bик-\d|исправительн|виправн"
    r"|антикорруп|антикоруп|обвинени[яею]|обвинувачення|генпрокур|нацполіц"
    r"|нацгвард|таможн|митн\w+ служб|миграционн\w+ служб|міграційн\w+ служб"
    r"|налогов|податков|приставов"
    r"|повстан|сепаратист|боевик|бойовик|мятежник|заколотник|спецслужб|силов\w{2} структур"
    r"|силов\w{2} відомств"
    r"|правоохран|правоохорон|парламент|госдум|\bдум[аыеу]\b|\bверховн\w+ рад|\bради\b|кабмин|кабмін"
    r"|\bмин(?:фин|юст|транс|энерго|образ|эконом|культ|сельхоз|труд|строй|природ|цифр)"
    r"|\bмін(?:['’ʼ]?юст|фін|енерго|екон|осв|культ|агро|соц|реінтеграц|транс|інфра|цифр)"
    r"|\bслужб\w{0,2} (?:відновлен|восстановлен|зайнятост|занятост)"
    r"|\bдерж[а-яіїє]{3,}(?:служб|агент|інспекц|нагляд|спецзв|реєстр)|\bдержлісагент"
    r"|антимонопольн|піротехн|окупац|рахунков\w+ палат|сч[её]тн\w+ палат|\bназк\b|національн\w+ агентств"
    r"|\bапарат\w{0,2} уповноважен|аппарат\w{0,2} уполномоченн"
    r"|офис\w{0,2} президент"
    r"|офіс\w{0,2} президент|\bкараул|\bварт[иі]\b|пожежн\w+ (?:частин|служб)|пожарн\w+ (?:част|служб)"
    r"|\bсуд(?:ья|ьи|ье|ью)?\b|\bголов[аиоуі]\w{0,2} \w{0,20} ?(?:район|област|міст|округ|військов"
    r"|громад|отг)"
    r"|\bголов[аиоуі]\w{0,2}\s(?:громад|ова\b|мва\b|села|селищ|ради\b|держадмін|комітет|комісі)|\bміністерк"
    r"|\b(?:під)?полковниц|\bглав[аыуе]\s(?:общины|управы|обладминистрации)|\bмайорк[аиоу]|\bкапітанк"
    r"|\b(?:district|village|regional|provincial|municipal)\s(?:head|chief)\b|\btown\sclerk\b"
    r"|\bharbou?rmaster|\bour\sside\b|\bother\sside\b"
    r"|\b(?:health|education|school|water|parole|electoral|licensing|planning)\s(?:board|authority)\b"
    r"|\b(?:frontier|election|statistics|meteorological|mine\saction|veterans)\s(?:service|agency|bureau|office|guards?)\b"
    r"|(?<!\w)(?:вице|віце)-?(?:губернат|прем|м[еэ]р|презид|сп[иі]кер|адм[иі]рал|министр|міністр|канцлер)|берегов\w+\s(?:охран|охорон)|\b(?:opposition|party|faction)\s(?:leader|chair\w*|spokes\w+)\b"
    r"|(?:лидер|председател|пресс-секретар)\w*\s(?:\w+\s)?(?:оппозиц|партии|фракции)"
    r"|(?:лідер|голова|голови|очільни|речни)\w*\s(?:\w+\s)?(?:опозиці|партії|фракції)"
    r"|\bотдел\w{0,2}\s(?:народного\s)?(?:образован|полиц|культур|здравоохран|соц|внутренн|опеки|загс)"
    r"|\bвідділ\w{0,2}\s(?:освіт|поліц|культур|охорон|соц|внутрішн|опіки)"
    r"|(?:городск|сельск|районн|областн|поселков)\w{2,3}\sсовет\w{0,2}\b"
    r"|(?:міськ|сільськ|селищн|районн|обласн)\w{1,3}\sрад\w{1,2}\b"
    r"|(?:міськ|сільськ|селищн|районн)\w+ голов|\bсудд[яіею]|\bочільни\w+",
    re.I,
)
# Somebody who speaks for a body: of a side only where the body is one.
SPEAKS_FOR: Final = listed(
    """spokesman spokeswoman spokesperson president chief head director chair representative official source
    речник речниця спікер спікерка представник представниця директор голова керівник джерело
    пресс-секретарь пресс-служба пресслужба пресофіцер
    представитель представительница директор руководитель глава председатель источник
    спикер"""
)
# In state pay, but of no side; those who only serve an officer.
NO_OFFICE: Final = listed(
    """driver chauffeur cook clerk's secretary teacher nurse orderly engineer doctor wife husband
    водитель шофёр шофер повар секретарша учитель учительница медсестра санитар санитарка инженер врач
    жена муж
    водій шофер кухар учитель учителька медсестра санітар санітарка інженер лікар дружина чоловік"""
)
FORMER: Final = re.compile(
    r"(?<!\w)(?:former|ex|retired|late|бывш\w+|отставн\w+|экс|колишн\w+|відставн\w+|екс)(?!\w)", re.I
)
# Who no longer serves: «генерал в отставке», «полицейский, уволившийся в марте».
LEFT: Final = re.compile(
    r"\b(?:who|now)\s(?:has\s|had\s)?(?:left|quit|resigned|retired|deserted)\b|\bin\sretirement\b|в\sотставке|в\sзапасе|на\sпенсии|уволивш|уволил"
    r"|у\sвідставці|в\sзапасі|на\sпенсії|звільнивс|звільнилас|дезертир",
    re.I,
)
# Officers and guards, beside those whom the lexicon counts to a side.
OFFICERS: Final = listed(
    """deputies councillors lawmakers legislators senators
    captain lieutenant major officer officers sergeant guards guardsmen gendarmes police troops
    interrogator interrogators official officials commissioner deputy councillor admiral
    judge justice magistrate bailiff sheriff constable inspector detective investigator lawmaker legislator
    mp mps
    senator congressman congresswoman councilman councilwoman alderman consul commissar commodore adjutant
    quartermaster warlord king emir secretary-general undersecretary policeman policewoman jailer gaoler
    vice-president"""
)
PROSECUTES: Final = re.compile(
    r"\b(?:state|district|prosecuting|military|city|county|crown)\sattorney\b|\battorney\sgeneral\b", re.I
)
HEADS: Final = re.compile(
    r"\b(?:head|chief|director|deputy|spokes\w+|commander|member|representative|governor|mayor"
    r"|officials?|officer|speaker|clerk|source)"
    r"\s(?:of|for|at|in)\s(?:the\s)?(?:[\w’'-]+\s){0,4}?(?:police|army|ministry|garrison|brigade"
    r"|battalion|regiment"
    r"|division|military|navy|border|district|region|province|administration|government|security|intelligence"
    r"|staff|oblast|forces|guard|council|court|parliament|village|town|county|commune|prison|customs)\b"
    r"|\b(?:district|village|town|county|regional|provincial|city|state|security|intelligence|fire|education|health"
    r"|transport|energy|housing|propaganda|agriculture"
    r"|civil\sdefen[cs]e"
    r"|police|rebel|separatist|militia|insurgent|prison|camp|customs|platoon|squadron|squad|army|border|court"
    r"|faction)\s(?:chief|head|leader|director|secretary|elder|manager|sources?|clerk)\b"
    r"|\bchief\sof\s(?:staff|police)\b|\bcommander-in-chief\b|\bchief\sjustice\b",
    re.I,
)
# Orders of somebody in uniform, and who speaks to the press for a body.
PRESS: Final = re.compile(r"\b(?:press|duty|liaison)\sofficer\b", re.I)
# Offices and ranks beside those whom the lexicon counts to a side.
OFFICES: Final = listed(
    """депутат депутатка советник советница заместитель заместительница офицер полковник подполковник
    майор капитан лейтенант сержант
    прапорщик старшина старлей командарм политрук облвоенком опер префект переговорщик
    комиссар уполномоченный чиновник чиновница дежурный следователь дознаватель судья
    секретарь министр посол
    инспектор полицейский полицейская пристав шериф сенатор канцлер король госсекретарь вице-мэр вице-премьер
    вице-президент вице-губернатор замминистра атаман консул атташе таможенник пограничник омоновец силовик
    правоохранитель адъютант квартирмейстер мичман парламентарий парламентёр гособвинитель
    гособвинительница комроты
    комвзвода генерал-майор генерал-лейтенант генерал-полковник контр-адмирал вице-адмирал есаул конвойный
    нацгвардеец
    законодатель градоначальник тюремщик
    пожарные пожарный спасатели спасатель надзиратель конвоир
    депутатка радник радниця заступник заступниця офіцер офіцерка полковник полковниця підполковник
    підполковниця майор капітан
    лейтенант сержант прапорщик старшина комісар уповноважений уповноважена посадовець посадовиця
    чиновник черговий слідчий слідча
    інспектор інспекторка поліцейський поліцейська пристав сенатор сенаторка канцлер король держсекретар
    віцемер
    віцепрем'єр віцепрем'єрка віце-прем'єр віцепрезидент замміністра отаман консул консулка аташе митник
    прикордонник прикордонниця правоохоронець силовик ад'ютант квартирмейстер парламентар нардеп нардепка
    мерка
    старостка комроти генерал-майор генерал-лейтенант законодавець нацгвардієць тюремник конвойний
    держобвинувач держобвинувачка
    суддя секретарка міністр міністерка посол староста речник речниця очільник очільниця пожежники
    пожежник рятувальники рятувальник
    наглядач конвоїр наші"""
)
# A captain of no army.
AFLOAT: Final = re.compile(
    r"\b(?:ferry|ship|boat|tug|tugboat|steamer|trawler|barge|yacht|team|club|airline|sea|river|fishing)(?:['’]s)?\s(?:boat\s)?captain\b"
    r"|\bcaptain\sof\s(?:the|a)\s(?:\w+\s)?(?:ferry|ship|boat|tug|steamer|trawler|barge|yacht|team|club)\b"
    r"|(?:капитан|капітан)\w{0,3}\s(?:\w+(?:ого|ой|ої)\s)?(?:паром|порома|судна|корабля|катера|буксир|тепло?ход|пароплав|траулер|барж|яхты|яхти"
    r"|сейнер|команды|команди|сборной|збірної)",
    re.I,
)
# Who commands those beside him.
AFIELD: Final = re.compile(
    r"\b(?:platoon|squad|company|battery|crew|sergeant|corporal)\b|(?<!\w)(?:взвод|рот[ыіаун]"
    r"|батаре|экипаж|екіпаж|отделени|відділен|сержант|ефрейтор)",
    re.I,
)
# Of a side by the body behind them: "a source in the ministry", «собеседник в аварийных службах».
INSIDE: Final = listed(
    """source sources employee official insider interlocutor staffer aide
    источник собеседник собеседница сотрудник сотрудница работник помощник помощница
    джерело співрозмовник співрозмовниця співробітник співробітниця працівник помічник помічниця"""
)
# Bodies that do not fight, and firms: who speaks for them speaks for no side.
ABROAD: Final = re.compile(
    r"\b(?:UN|U\.N\.|United\sNations|UNHCR|UNICEF|OSCE|ICRC|EU|European\s(?:Union|Commission)|Council\sof\sEurope"
    r"|NATO|IAEA|WHO|IMF|World\sBank)(?:['’]s)?\b"
    r"|(?<!\w)(?:ООН|ОБСЕ|ОБСЄ|ЮНИСЕФ|ЮНІСЕФ|Евросоюз\w{0,2}|Євросоюз\w{0,2}|Еврокомисси\w|Єврокомісі\w|МККК|НАТО"
    r"|МАГАТЭ|МАГАТЕ|ВОЗ|ВООЗ|МВФ)(?!\w)"
)
# Boards of citizens beside an office of the state: «громадська антикорупційна рада при міністерстві».
CIVIC: Final = re.compile(
    r"(?<!\w)(?:громадськ\w{1,3}\s(?:[\w-]+\s)?рад(?:а|и|і|у|ою)|общественн\w{2,3}\s(?:[\w-]+\s)?совет\w{0,2})(?!\w)",
    re.IGNORECASE,
)
OF_A_FIRM: Final = re.compile(
    r"\b(?:company|firm|railways?|utility|operator|factory|plant|bank|refinery|airline|port|university|hotel"
    r"|newspaper)(?:['’]s)?\s(?:spokes\w+|director|representative|president|chief|head|official)\b"
    r"|\b(?:spokes\w+|director|representative|president|chief|head|official)\s(?:of|for|at)\s(?:the\s|a\s)?"
    r"(?:[\w’'-]+\s){0,2}?(?:company|firm|railways?|utility|operator|factory|plant|bank|refinery|airline"
    r"|university|hotel|newspaper)\b",
    re.I,
)
# Posts of any works, of a side only where the body is one: «черговий шахти», «заместитель директора завода».
ANYWHERE: Final = listed(
    """дежурный дежурная заместитель заместительница секретарь инспектор советник
    черговий чергова заступник заступниця секретарка інспектор інспекторка радник"""
)
AT_WORK: Final = re.compile(
    r"(?<!\w)(?:шахт|завод|фабрик|станц|вокзал|больниц|лікарн|школ|музе|депо|комбинат|комбінат|ферм"
    r"|банк|театр|склад|мельниц"
    r"|елеватор|элеватор|университет|університет|компани|компані|предприят|підприємств)\w{0,5}(?!\w)",
    re.I,
)
# Whoever runs one of these knows it from day to day.
KEEPERS: Final = listed(
    """director head manager owner keeper principal boss proprietor headteacher superintendent dean
    директор директриса начальник начальница заведующий заведующая хозяин хозяйка владелец владелица
    управляющий
    управляющая настоятель
    директорка начальниця завідувач завідувачка господар господиня власник власниця керуючий ректор"""
)
KEPT: Final = re.compile(
    r"\b(?:school|kindergarten|nursery|library|museum|theatre|theater|orphanage|hostel|hotel|inn|shop|store|bakery"
    r"|pharmacy|market|farm|mill|mine|quarry|factory|plant|workshop|depot|garage|station|port|harbou?r|pier|shipyard"
    r"|warehouse|waterworks|cemetery|monastery|convent|parish|café|cafe|restaurant|boarding\shouse)s?\b"
    r"|(?<!\w)(?:школ|гимнази|гімназі|лице[йяю]|ліце[йяю]|детсад|дитсад|садик|садк|техникум|технікум|училищ|библиотек|бібліотек"
    r"|музе|театр|интернат|інтернат|общежити|гуртожит|гостиниц|готел|магазин|крамниц|лав(?:к|ок)|киоск|кіоск|мастерск|майстерн|пекарн|аптек|рынк|ринк|ферм|мельниц|млин"
    r"|шахт|карьер|кар.єр|завод|фабрик|цех|депо|станци|станці|вокзал|порт|причал|элеватор|елеватор|водоканал|котельн"
    r"|склад|зернохранилищ|зерносховищ|кладбищ|цвинтар|приход|парафі|монастыр|монастир|почт|пошт|кафе|ресторан|клуб)\w{0,4}(?!\w)",
    re.I,
)
# Whose number and treatment of the sick it is.
WARD: Final = re.compile(
    r"\b(?:hospitals?|clinics?|infirmary|medical\s(?:staff|workers?|personnel)|ambulance\sservice|medical\scent(?:re|er)|maternity\sward|morgue)\b"
    r"|(?<!\w)(?:больниц|госпитал|поликлиник|амбулатори|роддом|перинатальн|медцентр|медсанчаст|морг|лікарн|шпитал|госпітал|поліклінік"
    r"|амбулаторі|пологов|травмпункт)\w{0,4}(?!\w)|приймальн\w{2,3}\sвідділен\w{2}|при[её]мн\w{2,3}\s(?:отделен|поко)\w{2}|(?<!\w)(?:скорой\sпомощи|швидкої\sдопомоги)"
    r"|(?<!\w)(?:заведующ\w{2,3}|завідувач\w{0,4})\s(?:\w+\s)?(?:отделени|відділенн)\w{1,3}(?!\s(?:полиц|поліц|почт|пошт|банк))",
    re.I,
)
# Firms and outlets, called by what they are: of what they say nobody stood beside it.
FIRMS: Final = re.compile(
    r"\b(?:insurers?|railways?|airlines?|carriers?|utilit(?:y|ies)|waterworks|telecoms?|lenders?|banks?|refiners?|retailers?"
    r"|think\stanks?|institutes?|suppliers?|manufacturers?|operators?|weekly|daily|newspapers?|magazines?|broadcasters?|outlets?|channels?|media)\b"
    r"|(?<!\w)(?:водоканал|железн\w+ дорог|залізниц|энергетик|енергетик|страховщик|страховик"
    r"|авиакомпани|авіакомпані|провайдер|газет|канал|телеканал|издани|видан|СМИ|ЗМІ)\w{0,3}(?!\w)",
    re.I,
)
# Of the army by what they write of, no more.
ON_WAR: Final = re.compile(
    r"\b(?:military|defen[cs]e|security|police|intelligence)\s(?=analyst|expert|historian|correspondent|blogger|scholar"
    r"|specialist|commentator|strategist|observer|researcher|writer|reporter|journalist|consultant)"
    r"|(?:военн|військов|оборонн)\w{1,3}\s(?=аналит|аналіт|эксперт|експерт|истори|істори|корреспондент|обозревател|оглядач"
    r"|специалист|спеціаліст|фахів|социолог|соціолог|психолог|юрист|политолог|політолог|комментатор|коментатор|журналист|журналіст"
    r"|кореспондент|блогер)",
    re.I,
)
# Who presides over one of these heads no state.
PRESIDES: Final = re.compile(
    r"\bpresident\s(?:of|at)\s(?=[^,]{0,60}?\b(?:mission|union|association|club|society|company"
    r"|foundation|league|federation"
    r"|institute|college|university|bank|charity|firm|chamber|hospital|relief|aid|fund)\b)", re.I
)  # fmt: skip
OF_BODY: Final = re.compile(r"\s(?:of|for)\s|(?<=[а-яіїєґё])\s(?=[а-яА-Яіїєґ])")


__all__ = [
    "ABROAD",
    "AFLOAT",
    "ANYWHERE",
    "AT_WORK",
    "AFIELD",
    "FIRMS",
    "FORMER",
    "HEADS",
    "INSIDE",
    "KEEPERS",
    "KEPT",
    "LEFT",
    "NO_OFFICE",
    "OFFICERS",
    "OFFICES",
    "OF_A_FIRM",
    "OF_BODY",
    "ON_WAR",
    "PRESIDES",
    "PRESS",
    "PROSECUTES",
    "SPEAKS_FOR",
    "STATE",
    "WARD",
]
