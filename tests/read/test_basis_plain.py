"""On what an ordinary speaker's word rests: neighbours, patients, keepers of schools, volunteers, kin."""

from __future__ import annotations

import pytest

from muster.model.claims import ReadingContext
from muster.model.evidence import Text
from muster.read import read_text

# A sentence, words of its claim, and the basis; invented.
LINES = """
# who lives, works or lies there tells what is so, not what will be or may be
A beekeeper from Upper Selm said the wells were dry. | the wells | first-hand
A beekeeper said the river is full of oil. | the river | first-hand
A tram conductor said there has been no power since Friday. | no power | first-hand
A classmate said Ulla Brenk has two broken fingers. | two broken | first-hand
A beekeeper said the wells would dry up by August. | the wells | unknown
A seamstress said perhaps the pay is late again. | the pay | unknown
An economist said the wells were dry. | the wells | unknown
A novelist said the wells were dry. | the wells | unknown
Сосед по палате рассказал, что ночью увезли троих. | увезли | first-hand
Швея рассказала, что воды в доме нет с пятницы. | воды | first-hand
Швея сказала, что воду завтра отключат. | воду | unknown
Политтехнолог сказал, что воду отключили. | воду | unknown
Сусідка розповіла, що вночі забрали трьох. | забрали | first-hand
Швачка каже, що води в будинку немає від п’ятниці. | води | first-hand
Швачка каже, що воду завтра вимкнуть. | воду | unknown
Військовий оглядач сказав, що воду вимкнули. | воду | unknown
# whoever keeps a school or a mill knows it; whoever speaks for a firm or stands in for its head does not
The owner of the bakery said the oven was cold. | the oven | first-hand
The library's director said the roof leaked. | the roof | first-hand
A spokesman for the bakery said the oven was cold. | the oven | unknown
Заведующая библиотекой Ульяна Бренк сказала, что крыша протекла. | крыша | first-hand
Завідувачка бібліотеки Уляна Бренчук сказала, що дах протік. | дах | first-hand
# an order to him, and what he can see or hear, he lived through; what he learned from another he did not
Ulla Brenk said she was told to leave the keys on the table. | told to leave | first-hand
Ulla Brenk said she could hear engines in the yard. | hear engines | first-hand
Ulla Brenk said she could not forgive them. | forgive | unknown
Ulla Brenk said she was pleased with the answer. | pleased | unknown
Ulla Brenk said she learned from a clerk that the list was burnt. | the list | second-hand
Ульяна Бренк говорит, что узнала об этом от соседки. | узнала | second-hand
Уляна Бренчук каже, що дізналася про це від сусідки. | дізналася | second-hand
Ulla Brenk denied the charge. | the charge | first-hand
# kin: of their own elsewhere; a Father with a name is a priest, «інший чоловік» a man
Ulla Brenk said a returned prisoner had seen her son in Osk. | her son | second-hand
Ульяна Бренк говорит, что её сына видели в Оске. | сына | second-hand
Уляна Бренчук каже, що її сина бачили в Оську. | сина | second-hand
Mayor Ulla Brenk said her son had been seen in Osk. | her son | party
Father Piet: "I had locked the gate." | locked | first-hand
Інший чоловік розповів, що двері були зачинені. | двері | first-hand
Чоловік Уляни Бренчук розповів, що її забрали. | забрали | second-hand
# hospitals of the sick, monitors of what they wrote down, funds of those they feed
The hospital's administration said it had treated 40 people. | 40 people | own-caseload
A spokeswoman for the clinic said nine patients were stable. | nine patients | own-caseload
Речниця шпиталю сказала, що тут прооперували сорок людей. | сорок | own-caseload
Представитель больницы сообщил, что двое раненых в реанимации. | двое | own-caseload
Наблюдатели сообщили, что зафиксировали 12 нарушений. | зафиксировали | own-caseload
Спостерігачі повідомили, що зафіксували 12 порушень. | зафіксували | own-caseload
Observers said the talks were slow. | the talks | unknown
"We feed nine hundred," said Ulla Brenk, director of the Open Table foundation. | nine hundred | own-caseload
# a volunteer of his own road, of those who turned to him
«Мы ехали по льду, мин не видели», – сказал волонтёр Пётр Бренк. | ехали | first-hand
«Ми їхали по кризі, мін не бачили», – сказав волонтер Петро Бренчук. | їхали | first-hand
«К нам обратились сорок семей», – сказал волонтёр Пётр Бренк. | сорок | own-caseload
# a side, also where somebody of it helps; a service for safety is one
The other side's ombudswoman said prisoners were fed. | were fed | party
Служба безпеки повідомила, що дзвінок записано вдруге. | вдруге | party
# a prisoner in a cellar of the police is no policeman
Пекар, який просидів місяць у підвалі поліції, розповів, що двері били ногами. | двері | first-hand
Пекарь, который возглавляет полицию, сообщил, что двери открыты. | двери | party
# of whom one is one, whose statement it is, what stands behind a name
Two officers said the lists were old. One of them said the lists had been sold. | been sold | party
Two beekeepers said the wells were dry. One of them said the wells had been fouled. | been fouled | first-hand
The ministry said the bridge was open. The statement said nine people had crossed. | nine people | party
The foundation said the hall was full. The statement said 40 had come back. | 40 had | own-caseload
The report said nine people had crossed. | nine people | document
Ulla Brenk is a lawyer with the hotline. Ulla Brenk said two men had been beaten. | beaten | own-caseload
Ульяна Бренк – юрист горячей линии. Ульяна Бренк сказала, что двоих избили. | избили | own-caseload
Уляна Бренчук – юристка гарячої лінії. Уляна Бренчук сказала, що двох побили. | побили | own-caseload
# nobody tells him, he spoke with somebody; whoever is told of stands behind the verb
"Nobody told us a thing," said Ulla Brenk. | Nobody told us | first-hand
«Нам никто ничего не говорит», – сказала Ульяна Бренк. | никто | first-hand
«Нам ніхто нічого не каже», – сказала Уляна Бренчук. | ніхто | first-hand
«Я говорив із ним телефоном», – сказав Петро Бренчук. | телефоном | first-hand
Мер: «Загинув працівник станції». | Загинув | party
Мер: «Загинула працівниця станції». | Загинула | party
# what a secretary says of him whose secretary she is; who writes from where he is; who knows it from others
His secretary said he was on leave. | on leave | unknown
Ulla Brenk's brother wrote that the food was poor. | the food | first-hand
Брат Ульяны Бренк написал, что кормят плохо. | кормят | first-hand
Мать пленного говорит, что сына увезли. | сына | second-hand
От соседок Ульяна Бренк знает, что двери выбили. | двери | second-hand
# a firm or a paper stood beside nothing; a union tells of its members; the lawyers of the case go to court
The insurers said the quay was flooded. | the quay | unknown
Водоканал повідомив, що труба лопнула. | труба | unknown
Union chair Ulla Brenk said the union had lost 40 members. | 40 members | own-caseload
Голова профспілки Уляна Бренчук сказала, що профспілка втратила 40 членів. | 40 членів | own-caseload
Prison service spokesman Piet Brenk said the doors were shut. | the doors | party
Во ФСИН ответили, что двери закрыты. | двери | party
# a judgement of somebody, or one word for him, is no sight; what goes on there is
Her neighbour Tomas said Ulla Brenk is stubborn. | stubborn | unknown
Сосед Фома называет Ульяну Бренк упрямой. | упрямой | unknown
Сусід Хома називає Уляну Бренчук впертою. | впертою | unknown
A shepherd said the path is blocked by cows and there is no bread. | no bread | first-hand
# soldiers beside each other are no command, and no rumour
Ребята из третьего батальона пишут, что хлеба нет неделю. | хлеба | first-hand
Хлопці з третього батальйону пишуть, що хліба немає тиждень. | хліба | first-hand
Бойцы говорят, что хлеб кончился в среду. | хлеб | first-hand
Бійці кажуть, що хліб скінчився в середу. | хліб | first-hand
Рассказывают, что мост заминирован. | мост | hearsay
Розповідають, що міст заміновано. | міст | hearsay
Замкомбата сказал, что хлеб привезли. | хлеб | party
# whoever judges wars from a desk is no side; who pleads for the army is; a wife by apposition
A military historian, Karin Ost, said the bridge was lost. | the bridge | unknown
Військова історикиня Каріна Ост сказала, що міст утратили. | міст | unknown
Counsel for the ministry said the list was forged. | the list | party
Counsel for the shepherds said the list was forged. | the list | own-caseload
Our reader, wife of a mortarman, says he was moved to the coast. | the coast | second-hand
A pathologist, Ebba Lund, said she had examined eleven bodies. | eleven bodies | own-caseload
# what stands in his yard he has; who tells of himself once was there for the rest
Zoya Perl said a deer stepped on a mine behind her hives. | her hives | first-hand
Zoya Perl said she had hidden in the barn. Zoya Perl said nobody came. | nobody came | first-hand
Zoya Perl said nobody came. | nobody came | unknown
# who no longer serves; staff in state pay; what doctors say of legs; what is heard with one's ears
Полковник в отставке Пётр Бренк сказал, что мост потерян. | мост | unknown
Полковник у відставці Петро Бренчук сказав, що міст утрачено. | міст | unknown
Полковник Пётр Бренк сказал, что мост потерян. | мост | party
Бухгалтер сільради Лой стверджує, що жодних грошей не бачив. | грошей | first-hand
Лесничий и сторож управы Бренк сказал, что машины приезжали дважды. | машины | first-hand
Врачи говорят, что ногу ему спасут. | ногу | own-caseload
Лікарі кажуть, що ногу йому врятують. | ногу | own-caseload
Red Crescent said it took 31 bodies to the morgue. | 31 bodies | own-caseload
"I heard the goats at six," said Ulla Brenk. | goats | first-hand
"I heard that the goats were sold," said Ulla Brenk. | sold | hearsay
"I heard the goats were sold," said Ulla Brenk. | sold | hearsay
Two waiters described how soldiers searched the kitchen. | searched | first-hand
В сети пишут, что староста сбежал. | сбежал | hearsay
У мережі пишуть, що староста втік. | втік | hearsay
# in a place they say: nobody in particular
In the harbour they say the bridge is mined. | the bridge | hearsay
# papers by their head noun, in any case
За документами колонії, двері були замкнені. | двері | document
According to the waybill, the lorry was empty. | the lorry | document
Згідно з висновком експертизи, гільзи старі. | гільзи | document
Согласно экспертизе, гильзы старые. | гильзы | document
# a waiting room is no office, who owns is no power, who is accused is no accuser
Женщина в приёмном покое сказала, что врача не было. | врача | first-hand
Приёмная президента сообщила, что письмо получено. | письмо | party
Владелец лавки рассказал, что окна выбили ночью. | окна | first-hand
Власник крамниці розповів, що вікна вибили вночі. | вікна | first-hand
Обвинувачений Петро Бренчук розповів, що двері були зачинені. | двері | first-hand
Державне обвинувачення заявило, що двері були зачинені. | двері | party
Сторонник закона Пётр Бренк сказал, что мост закрыт. | мост | unknown
# nouns and verbs that only look like an infinitive; orders stay calls
Більшість із них кажуть, що солдати приходили вночі. | солдати | first-hand
Мешканці кажуть, що чоботи забрали першого дня. | чоботи | first-hand
Мешканці кажуть, що лежить сніг. | сніг | first-hand
Жители говорят, что пять коров пропали. | коров | first-hand
Мешканці радять не поспішати з картоплею. | картоплею | unknown
Волонтер Петро Бренчук обіцяє повернутися до зими. | до зими | unknown
# a sergeant who was held there tells of the cell; of his brigade he speaks for it
«Меня держали в яме», – говорит сержант Бренк. Бренк рассказал, что спали по очереди. | очереди | first-hand
"I slept on mud," said Sergeant Piet Brenk. Brenk said guards took away the boots. | the boots | first-hand
"I slept on mud," said Sergeant Piet Brenk. Brenk said the brigade held the hill. | the hill | party
«Меня держали в яме», – говорит сержант Бренк. Бренк сказал, что бригада взяла высоту. | высоту | party
"I slept on mud," said Colonel Piet Brenk. Brenk said the bridge was open. | the bridge | party
Sergeant Piet Brenk said the boots had come. | the boots | party
# what goes on from day to day is seen by whoever lives there; what will be is not
Священник говорит, что на службу теперь приходят трое. | трое | first-hand
Священник каже, що на службу тепер приходять троє. | троє | first-hand
Соседка говорит, что Фома ни с кем не разговаривает. | Фома | first-hand
Сусідка каже, що Хома ні з ким не говорить. | Хома | first-hand
Сусідка каже, що тепер, мабуть, приїдуть усі. | усі | unknown
Соседка думает, что теперь приедут все. | все | unknown
Економіст каже, що ціни тепер ростуть. | ціни | unknown
# of the house a wife knows; his wish to come home is his own word
His wife says he wakes at night. | wakes | first-hand
His wife says he was moved to the coast. | the coast | second-hand
Жена Петра Бренка говорит, что муж плачет по ночам. | муж | first-hand
Жена Петра Бренка говорит, что муж просился домой. | муж | second-hand
Жена Петра Бренка говорит, что муж вернулся домой в среду. | муж | first-hand
Дружина Петра Бренчука каже, що чоловік просився додому. | чоловік | second-hand
# in the net, in any word for it
В местных чатах пишут, что мост закрыт. | мост | hearsay
У місцевих чатах пишуть, що міст закрито. | міст | hearsay
Posts on social media claim that the bridge is shut. | the bridge | hearsay
Reports circulating in local chats say that the bridge is shut. | the bridge | hearsay
The report on social media says that children read less. | children | document
Люди говорят, что староста сбежал. | сбежал | hearsay
Люди кажуть, що староста втік. | втік | hearsay
Двое людей рассказали, что староста сбежал. | сбежал | first-hand
# bodies of a side by what they look after; a union is none, nor whoever guards the rights of people
The district health board said the ward was shut. | the ward | party
The frontier service said the road was shut. | the road | party
Its education chief, Piet Brenk, said the school was shut. | the school | party
Начальница районного отдела образования сообщила, что школа закрыта. | школа | party
Начальниця відділу освіти повідомила, що школу зачинено. | школу | party
Начальник отдела кадров Пётр Бренк сказал, что мост закрыт. | мост | unknown
За даними Держстату, площі скоротилися. | площі | party
У частині сказали, що міст закрито. | міст | party
У профспілці кажуть, що платні немає від квітня. | платні | own-caseload
The bakers' union said nine shops had shut. | nine shops | own-caseload
Уполномоченный по правам человека Пётр Бренк сообщил, что получил сорок жалоб. | жалоб | own-caseload
Уповноважений з прав людини заявив, що отримав сорок скарг. | скарг | own-caseload
Пресс-служба порта сообщила, что кран упал. | кран | unknown
Пресс-служба армии сообщила, что кран упал. | кран | party
# what those do who take cases in; a minister's clinics are the minister's
"Our clinics have treated 90 children," said Ulla Brenk, the network's director. | clinics | own-caseload
"Our clinics are full of children," said Ulla Brenk. | clinics | first-hand
"Our clinics have treated 90 children," said health minister Ulla Brenk. | clinics | party
"I get three calls a day," said lawyer Ulla Brenk. | calls | own-caseload
"I get three calls a day," said baker Ulla Brenk. | calls | first-hand
«Ко мне каждый день приходят по пять семей», – сказал адвокат Пётр Бренк. | семей | own-caseload
«До мене щодня приходять по п’ять родин», – сказав адвокат Петро Бренчук. | родин | own-caseload
# of a briefing nobody is a witness; "reported seeing" is sight, whoever reports
Two people familiar with the talks said a draft had been swapped. | a draft | unknown
Two people on the ferry said a draft had been swapped. | a draft | first-hand
Двое людей, знакомых с ходом торга, рассказали, что проект переписали. | проект | unknown
Our correspondent reports seeing three burnt lorries. | lorries | first-hand
Our correspondent reports that three lorries burnt. | lorries | unknown
# what another says inside is the other's "us"; a threat to the speaker is his own
«Он позвонил в пятницу, сказал: нас везут на север», – вспоминает мать солдата. | сказал | second-hand
«Мне сказали: подпишешь – отпустим», – говорит Пётр Бренк. | подпишешь | first-hand
«Мені сказали: підпишеш – відпустимо», – каже Петро Бренчук. | підпишеш | first-hand
"I knew him by his ears," said Ulla Brenk. | his ears | first-hand
"I knew he was dead," said Ulla Brenk. | dead | unknown
# the enemy is many; whose deed it is; indifference is no sight
Противник отрицает потерю высоты. | потерю | party
Подсудимый Пётр Бренк отрицает кражу. | кражу | first-hand
Прокурорка Уляна Бренчук заявила, що він особисто бив людей. | бив | party
Пекар Петро Бренчук заявив, що особисто бачив людей. | бачив | first-hand
Мисливець Сава розповів, що чув вибух тієї середи. | вибух | first-hand
Пенсионерка сказала, что ей уже всё равно. | всё равно | unknown
Пенсионерка сказала, что ей сломали руку. | руку | first-hand
# more papers, also behind a participle and before whoever wrote them
An invoice found in the ruins says the doors were cheap. | the doors | document
According to a leaked inventory, the barn was full. | the barn | document
A survey by the Polls Bureau found that 61 per cent of adults sleep badly. | 61 per cent | document
The tenants found in the ruins say the doors were cheap. | the doors | first-hand
У витягу зазначено, що двері дешеві. | двері | document
# who is captain of a ferry or a team is no officer; vice-governors and leaders of parties are of a side
Ferry captain Ulla Brenk said a drone followed her. | followed her | first-hand
Ferry captain Ulla Brenk said the deck was empty. | the deck | first-hand
Captain Ulla Brenk said the deck was empty. | the deck | party
«Завис над трубой», – сказала капитан парома Ульяна Бренк. | Завис | first-hand
«Завис над трубою», – сказала капітанка порома Уляна Бренчук. | Завис | first-hand
«Завис над мостом», – сказала капитан Ульяна Бренк. | Завис | party
Opposition leader Ulla Brenk said the list was forged. | the list | party
Лидер оппозиции Ульяна Бренк сказала, что список подделали. | список | party
Лідерка опозиції Уляна Бренчук сказала, що список підробили. | список | party
Віцегубернаторка Уляна Бренчук сказала, що список підробили. | список | party
The choir's leader, Ulla Brenk, said the list was forged. | the list | unknown
Береговая охрана заявила, что её лодок там не было. | лодок | party
# forensic doctors of the dead; associations of their members; a commissioner of complaints, else of the state
A forensic specialist said nine had been shot from behind. | nine | own-caseload
A forensic specialist said the talks were slow. | the talks | unknown
Судмедэксперт рассказал, что девятерых застрелили в упор. | девятерых | own-caseload
Судмедексперт розповів, що дев’ятьох застрелили впритул. | дев’ятьох | own-caseload
The tenants' association said nine roofs leaked. | nine roofs | own-caseload
В ассоциации жильцов говорят, что крыша течёт. | крыша | own-caseload
Уполномоченный по правам человека Пётр Бренк сообщил, что мост открыт. | мост | party
# what goes on where they live, in the present; not what will be, nor what another thinks
Матрос Пётр Бренк сказал, что половина команды просится домой. | команды | first-hand
Матрос Пётр Бренк сказал, что половина команды уйдёт домой. | команды | unknown
Матрос Пётр Бренк сказал, что капитан считает дни. | капитан | unknown
Касирка банку сказала, що рахунки працюють. | рахунки | first-hand
Економістка сказала, що рахунки працюють. | рахунки | unknown
Касирка банку сказала, що рахунки незабаром запрацюють. | рахунки | unknown
# kin by a clause, who stayed where it happened, irregular verbs, a clerk of a bank that is no bank
Aurel Brenk, whose son is on the list, said the boy was buried in May. | the boy | second-hand
Aurel Brenk, whose shop is on the list, said the boy was buried in May. | the boy | unknown
Her mother, who stayed, said the shop had closed. | the shop | first-hand
Мать, которая осталась в селе, рассказала, что магазин закрылся. | магазин | first-hand
Мати, яка залишилася в селі, розповіла, що крамниця зачинилася. | крамниця | first-hand
Families said the men were dead. | the men | second-hand
Taxi driver Piet Brenk said neither of them spoke. | neither | first-hand
A bank clerk in Osk said the accounts were closed. | the accounts | first-hand
The bank said the accounts were closed. | the accounts | unknown
A shepherd said the wells were dry in May. | the wells | first-hand
A shepherd said the wells may be dry. | the wells | unknown
"They ask me on Mondays," said social worker Ulla Brenk. | Mondays | own-caseload
"They ask me on Mondays," said baker Ulla Brenk. | Mondays | first-hand
# «по словам» is no title; what they expect is no sight; an office without information is no witness
Пастух Азамат сказал, что овцы пропали. По словам Азамата, овец увели. | увели | first-hand
Чабан Азамат сказав, що вівці зникли. За словами Азамата, овець вивели. | вивели | first-hand
Экономист Азамат сказал, что овцы пропали. По словам Азамата, овец увели. | увели | unknown
Voters on the square said they did not expect a change. | a change | unknown
Voters on the square said they did not get a ballot. | a ballot | first-hand
Two shepherds said they no longer cared about the wells. | the wells | unknown
Mayor Ulla Brenk said she had no information about the arrests. | arrests | party
Mayor Ulla Brenk said she had slept in the hall. | the hall | first-hand
People on the internet say the lorry was shelled. | the lorry | hearsay
People on the ferry said the lorry was shelled. | the lorry | first-hand
Актор Яків каже, що в залі стоять ліжка. | ліжка | first-hand
Актор Яків каже, що завтра в залі стоятимуть ліжка. | ліжка | unknown
Фельдшер Ульяна Бренк отметила, что у него обморожены пальцы. | пальцы | own-caseload
Фельдшерка Уляна Бренчук зазначила, що в нього обморожені пальці. | пальці | own-caseload
Фельдшер Ульяна Бренк рассказала, что окна выбили ночью. | окна | first-hand
Местный краевед утверждает, что под курганом был второй. | второй | unknown
# the army as such is a side, some of its men are not; so is a brigade by its number
Военные сообщили, что мост взорван. | мост | party
Двое военных рассказали, что мост взорвался у них на глазах. | мост | first-hand
Бывшие военные рассказали, что мост взорвался. | мост | first-hand
Військові повідомили, що міст підірвано. | міст | party
The 7th Brigade said the bridge was gone. | the bridge | party
The White House said the bridge was gone. | the bridge | party
The house of the Brenks was gone, a neighbour said. | The house | first-hand
Белый дом сообщил, что переговоры сорвались. | переговоры | party
Military experts said the bridge was gone. | the bridge | unknown
Military officials said the bridge was gone. | the bridge | party
The anti-corruption bureau said the papers were copied. | the papers | party
В антикоррупционном бюро сообщили, что бумаги скопированы. | бумаги | party
# bodies that do not fight, and whoever thinks for a living, saw nothing
NATO said the bridge had been hit twice. | the bridge | unknown
A NATO official said the bridge had been hit twice. | the bridge | unknown
A think tank said the bridge had been hit twice. | the bridge | unknown
A tank driver said the bridge had been hit twice. | the bridge | first-hand
Оппозиционный политик заявил, что мост разрушен. | мост | unknown
# the press, called by what it brings
Reports said the ferry had been turned back. | the ferry | unknown
According to media reports, the ferry had been turned back. | the ferry | unknown
According to the harbour report, the ferry had been turned back. | the ferry | document
# those who take cases in, by more of their names
The defence team said the boy had been struck. | the boy | own-caseload
The defence ministry said the boy had been struck. | the boy | party
The defence said it would appeal. | appeal | own-caseload
Гуманитарная организация «Пристань» сообщила, что вывезли 40 семей. | вывезли | own-caseload
Гуманитарный вуз «Пристань» сообщил, что занятия начались. | занятия | unknown
Громадська організація «Пристань» повідомила, що 40 родин зникли. | родин | own-caseload
Кризисный центр рассказал, что женщин стало больше. | женщин | own-caseload
Medics said thirty patients had been brought in. | patients | own-caseload
Medics said the gate was open. | the gate | first-hand
Медики сообщили, что двое раненых умерли. | раненых | own-caseload
Працівники лікарні розповіли, що двоє поранених померли. | поранених | own-caseload
Працівники млина розповіли, що борошно згоріло. | борошно | first-hand
Psychologist Ines Brenk said many of her patients cannot sleep. | patients | own-caseload
Psychologist Ines Brenk said many people cannot sleep. | many people | unknown
# her who heads a body that is named before
Rights group Linden is shut. Its director, Ulla Brenk, said most had no lawyer. | no lawyer | own-caseload
The district council said the dam held. "Nobody was hurt," its head, Ulla Brenk, said. | Nobody | party
The firm Linden shut the mill. Its director, Ulla Brenk, said most had no lawyer. | no lawyer | unknown
Правозащитный проект «Липа» открыт. По словам директора проекта Анны Бренк, многих били. | били | own-caseload
# one of several is one of them; an age hides nobody
«Снаряд упал во двор», — говорит одна из жительниц. | Снаряд | first-hand
«Снаряд упал во двор», — говорит один из экспертов. | Снаряд | unknown
«Снаряд упав у двір», — каже одна з мешканок. | Снаряд | first-hand
Ulla Brenk, 43, a resident of Osk, said the pump was broken. | the pump | first-hand
Ulla Brenk, 43, an analyst, said the pump was broken. | the pump | unknown
Ulla Brenk, who lives across the street, said the pump was broken. | the pump | first-hand
Ulla Brenk, who lives abroad, said the pump was broken. | the pump | unknown
The pump passed the gate, Ulla Brenk, a resident of Osk, told reporters. | The pump | first-hand
# relatives tell of those who are away; of a mother "she" is herself
The prisoner's father said he had been moved to the north. | moved | second-hand
The prisoner's father said he had heard the shots. | the shots | first-hand
His family said he had been moved to the north. | moved | second-hand
Отец рассказал, что его перевели в другую колонию. | перевели | second-hand
Мать рассказала, что её задержали на рынке. | рынке | first-hand
«Его перевели в новую колонию», — рассказала мать. | перевели | second-hand
«Рисую новую карту каждый вечер», — рассказала мать. | карту | first-hand
Близькі розповіли, що його побили в колонії. | побили | second-hand
Тётя Павла говорит, что тело обещали привезти. | тело | second-hand
"My sister wrote that they have no bread," Ulla Brenk said. | no bread | second-hand
Ulla Brenk said he had written to her that he signed nothing. | signed | second-hand
Ulla Brenk said he had written to her every day. | every day | first-hand
Сестра рассказала, что ей позвонил офицер и сказал, что брат умер. | офицер | second-hand
Сестра рассказала, что ей позвонил офицер. | офицер | first-hand
Дружина розповіла, що двері виламали о п’ятій. | двері | first-hand
# whoever only heard of it
Ulla Brenk said she heard that the ford was mined. | she heard | hearsay
Ulla Brenk said she heard a shell come down. | she heard | first-hand
Анна Бренк рассказала, что слышала, будто брод заминирован. | брод | hearsay
Анна Бренк рассказала, что слышала взрыв у брода. | брода | first-hand
Анна Бренчук розповіла, що чула, ніби брід заміновано. | брід | hearsay
В селе говорят, что брод заминирован. | брод | hearsay
У місті кажуть, що брід заміновано. | брід | hearsay
В селе заявили, что брод заминирован. | брод | unknown
People on social media claimed that the ford was mined. | the ford | hearsay
# a volunteer on his own road, and on those whom he helped
Volunteer Ulla Brenk recalled how they were taken down the steps. | the steps | first-hand
Volunteer Ulla Brenk said the road was open when she left. | the road | first-hand
Volunteer Ulla Brenk said forty families had been taken out. | forty families | own-caseload
# done to her, or to him of whom she tells
Ulla Brenk said soldiers had dragged her out of the car. | dragged | first-hand
Ulla Brenk said soldiers had dragged him out of the car. | dragged | unknown
Іван Бренчук розповів, що дві ночі просидів у льоху. | льоху | first-hand
Іван Бренчук розповів, що двох сусідів забрали. | забрали | unknown
Один із них розповів, що бачив тіла в полі. | тіла | first-hand
# of an office "his" is the office's, and "it was he" somebody else
Начальник генштаба заявил, что его войска взяли два села. | войска | party
Прокурор заявил, что именно он вёл допрос. | допрос | party
Прокурор заявил, что он не брал денег. | денег | first-hand
# a log is no magazine
В журнале дежурств указано, что тревога была в три. | тревога | document
У журналі чергувань зазначено, що тривога була о третій. | тривога | document
В журнале «Липа» указано, что тревога была в три. | тревога | unknown
# guards one can count tell of themselves, officials of their office
Two border guards said they had been ordered to let the lorries through. | let the lorries | first-hand
Two officials said they had no plans to leave. | to leave | party
Border guards said they had no plans to leave. | to leave | party
Двое пограничников рассказали, что им приказали пропустить грузовики. | грузовики | first-hand
Двое чиновников сообщили, что их ведомство готовит ответ. | ответ | party
The monitoring group Linden said it had recorded 41 raids. | 41 raids | own-caseload
The walking group Linden said it had 41 members. | 41 members | unknown
По данным координационного центра, пропали 40 человек. | пропали | party
Пекарка розповіла про ніч. «Вони зривали бинти», — каже вона. | бинти | first-hand
«Вони б зривали бинти», — каже пекарка. | бинти | unknown
# guilt is one's own; boards of citizens; authors of a report; what an outlet passes on is not the outlet's
Бурлаков вину не признаёт. | вину | first-hand
Сержант провини не визнає. | провини | first-hand
Министр признал ошибку ведомства. | ошибку | party
Голова громадської антикорупційної ради Остап Вербний вважає, що угода погана. | угода | unknown
Командир батареї в ефірі громадського радіо сказав, що ракету збили. | ракету | party
По оценке авторов доклада, там находилось до 120 человек. | находилось | own-caseload
Мать Бурлакова, находившаяся в квартире, рассказала, что сына били по ногам. | сына | first-hand
Мать Бурлакова, ждавшая в Киеве, рассказала, что сына били по ногам. | сына | second-hand
Как передаёт агентство «Полярис», делегации обменялись списками из 300 имён. | делегации | unknown
Замглавы МИД Евгений Ставцов ответил. «Мы ждём ответа», — приводит его слова «Полярис». | ответа | party
Лосева назвала закон сырым. «Мы потеряем учёных», – заявила она. | учёных | unknown
Лосева вернулась. «Мы потеряли всё», – сказала она. | всё | first-hand
По данным ЦБ, объём операций превысил девять миллиардов. | объём | party
"""


@pytest.mark.parametrize("line", [one for one in LINES.strip().splitlines() if not one.startswith("#")])
def test_the_basis_is_the_one_behind_the_words(line: str) -> None:
    """The longest claim that holds the words has the basis that stands behind them."""
    body, words, basis = line.rsplit(" | ", 2)
    claims = read_text(Text("t", "d", body, "und", "test"), ReadingContext(), reader="rules").claims
    found = [c for c in claims if words in c.passage.words and not c.own_voice]
    assert found, [c.passage.words for c in claims]
    assert max(found, key=lambda c: len(c.passage.words)).basis == basis
