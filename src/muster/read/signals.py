"""The phrases by which a text says that somebody's name is not given, in three languages.

``CHANGED``: a name is changed, withheld or not to be given; anonymity is asked for or promised. The bearer
stands before, within or just after. ``INTRODUCES``: the alias follows. ``REASON``: why somebody unnamed is
unnamed; of somebody named it says nothing. They are patterns and not a list, since the words between vary;
each repeat is bounded. A text is searched only in sentences that hold one of the stems of ``_STEMS``.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from muster.read.page import Page
from muster.text.cues import lexicon
from muster.text.spans import Span

_FEW: Final = r"(?:[\w'’ʼ-]{1,20},?\s){0,3}?"
_SOME: Final = r"(?:[\w'’ʼ-]{1,20},?\s){0,6}?"
_HIS: Final = r"(?:his|her|their|the|its|a)"
_REAL: Final = r"(?:(?:real|full|true|own|last|first|proper|actual|family)\s){0,2}"
_HIDDEN_EN: Final = (
    r"(?:changed|altered|withheld|disguised|concealed|replaced|hidden|omitted|obscured|redacted|protected"
    r"|masked|coded"
    r"|kept\s(?:secret|confidential|out|back)|known\sto\s(?:the\s)?(?:editors?|newsroom|us|this|our"
    r"|authors?|organi[sz]ation|team|paper|writer)"
    r"|not\s(?:being\s)?(?:real|used|published|disclosed|revealed|given|named|printed|released|identified"
    r"|made\spublic))"
)
_NAME_EN: Final = r"(?:(?:sur|first\s|last\s|full\s|real\s)?names?|identit(?:y|ies))"

CHANGED: Final = {
    "en": re.compile(
        r"\b(?:"
        rf"(?:all\s)?(?:the\s)?{_NAME_EN}\s(?:of\s[^.,;()\n]{{1,60}}?\s)?(?:has|have|had|was|were|is|are"
        rf"|being|will)\s"
        rf"(?:all\s|both\s|here\s|also\s)?(?:be\s|been\s|being\s)?{_HIDDEN_EN}"
        r"|(?:sur)?names?\s(?:\w+\s)?(?:changed|altered|withheld|omitted|redacted)"
        rf"|(?:changed|altered|withheld|withholds?|concealed|disguised|withholding|changing"
        rf"|omitted)\s{_HIS}\s{_FEW}"
        r"(?:names?|identit(?:y|ies))(?!\s(?:to|from|after|in\s\d|by\sdeed))"
        r"|not\s(?:his|her|their|the)\s(?:\w+['’]s\s)?real\s(?:sur)?names?"
        r"|real\snames?\s(?:(?:is|are|was|were|has|have)\s)?(?:not\s|been\s)?(?:withheld|known|changed)"
        rf"|(?:ask|wish|want|request|prefer|insist|demand|beg|choos|chose|agree|request)(?:e?d|s"
        rf"|ing)?\s{_FEW}(?:not|never)\s"
        r"(?:to\s)?(?:(?:be|have\sbeen)\s(?:\w+\s)?(?:named|identified|quoted\sby\sname)"
        rf"|(?:use|publish|give|print|mention|reveal|disclose|name|identify|have)\s(?:{_HIS}\s|him\b|her\b"
        rf"|them\b)"
        rf"(?:{_FEW}(?:sur)?(?:names?|identit(?:y|ies)|rank|position|unit))?)"
        rf"|(?:not|n['’]t|never)\s(?:wish|want|like|consent|agree)(?:ed|s"
        rf"|ing)?\s(?:for\s)?{_HIS}\s{_FEW}(?:names?|identit(?:y|ies))"
        rf"|(?:ask|request|insist|demand)(?:ed|s|ing)?\s(?:us\s)?that\s{_HIS}\s{_FEW}(?:names?|identit(?:y"
        rf"|ies))"
        rf"|(?:ask|wish|want|prefer|request|hop|choos|chose|opt|desir|decid)(?:e?d|s|ing)?\s{_FEW}(?:to\s)?"
        r"(?:stay|remain|be|speak\sas|be\skept)\s(?:anonymous|unnamed|nameless|unidentified|incognito)"
        r"|(?:declined|refused|unwilling|reluctant|afraid|too\sfrightened)\sto\s(?:be\s(?:\w+\s)?(?:named"
        r"|identified|quoted\sby\sname)"
        rf"|(?:give|state|reveal|disclose|say|provide|share)\s{_HIS}\s(?:\w+\s)?(?:names?|identity))"
        r"|(?:can|may|could|must|will|would|should|did|does|do|is|are)(?:\s?not"
        r"|n['’]t)\s(?:want\s)?(?:to\s)?"
        rf"(?:(?:give|have|reveal|disclose|state)\s{_HIS}\s(?:\w+\s)?(?:names?|identity)|be\s(?:named"
        rf"|identified))"
        r"|(?:not|without)\s(?:naming|identifying|revealing|disclosing|giving|using|publishing)\s"
        rf"(?:him|her|them|{_HIS}\s{_FEW}(?:names?|identity))(?!\w)"
        rf"|{_NAME_EN}(?:\sand\s(?:\w+\s){{0,2}}?\w+|,\s\w+(?:\sand\s\w+)?)\s(?:has\sbeen\s|have\sbeen\s"
        rf"|were\s|are\s|was\s|is\s)?"
        r"(?:changed|altered|withheld|disguised|concealed|omitted|redacted|removed)"
        rf"|{_NAME_EN}\s(?:not|n['’]t|never)\s(?:to\s)?(?:appear|be\s(?:used|given|printed|published"
        rf"|known)|come\sout|go\s)"
        rf"|(?:ask|want|request|insist)(?:ed|s|ing)?\s(?:us\s)?(?:for"
        rf"|that)\s{_HIS}\s{_FEW}(?:sur)?(?:names?|identity)"
        r"|(?:identifying|personal|biographical)\s(?:details|information|data"
        r"|features)\s(?:\w+\s){0,4}?(?:changed|removed|withheld|omitted|altered|redacted)"
        r"|(?:pseud|an)onymi[sz]ed|(?:protected|secret|anonymous|masked|veiled)\switness(?:es)?|(?:under"
        r"|in)\switness\sprotection"
        r"|(?:stay|remain|keep|be)(?:s|ed|ing)?\s(?:\w+\s)?(?:anonymous|nameless|unnamed|incognito)"
        r"|prefer(?:s|red|ring)?\sanonymity"
        r"|(?:identified|named|known|referred\sto|designated|listed|described)\s(?:\w+\s){0,5}?(?:only"
        r"|simply|just)\s(?:as|by)"
        r"|(?:instead|in\splace)\sof\s(?:real\s|his\s|her\s|their\s|the\s)?names?|(?:letters?|numbers?"
        r"|codes?|initials?|pseudonyms?)\s(?:are\sused\s|stands?\s)?(?:instead|in\splace"
        r"|for)\s(?:of\s)?(?:\w+\s)?names?"
        rf"|(?:ask|want|wish|request|beg)(?:e?d|s|ing)?\s{_FEW}to\s(?:hide|keep|change|withhold|conceal"
        rf"|remove|omit|leave\sout|protect|disguise)"
        rf"\s(?:{_HIS}\s)?{_FEW}(?:sur)?(?:names?|identit(?:y|ies)|face)"
        r"|details\s(?:[\w'’-]+\s){0,6}?(?:has|have|were|are|was)\s(?:been\s)?(?:\w+\s)?(?:changed"
        r"|altered|omitted|withheld|removed)"
        r"|(?:ask|want|wish|prefer|choos|chose)(?:e?d|s|ing|rs)?\sto\sgo\sby"
        r"|no\snames(?=[\s,.;:)!—–-]|\Z)|(?:wo|ca)n['’]t\s(?:say|tell\syou)\s(?:who|his\sname|her\sname"
        r"|which)|(?:will|can|could)\s?not\ssay\s(?:who|his\sname|her\sname)"
        r"|(?:is|are|was|were|has|have)\snot\s(?:being\s|been\s)(?:named|identified)"
        r"|(?:the\s)?court\s(?:\w+\s){0,4}?(?:withheld|suppressed)|name\s(?:is\s|was\s)?suppressed"
        rf"|(?:hid|hide|hides|hiding|cover(?:ed|s|ing)?|kept)\s{_HIS}\s(?:face|name|identity)"
        r"|(?:agree|promis)(?:e?d|es?|ing)\s(?:\w+\s){0,2}?not\sto\s(?:name|identify|use|publish|print"
        r"|reveal)(?!\w)"
        rf"|(?:we|I|this\s\w{{1,14}}|the\s(?:editors?|paper|newspaper|post))\s(?:\w+\s)?(?:(?:are|am|is"
        rf"|will|do|does|can|shall|have|has)\s?(?:not|n['’]t)|won['’]t"
        r"|cannot|can['’]t|never)\s(?:\w+\s)?(?:nam(?:e|ing)|identify(?:ing)?|us(?:e|ing)|publish(?:ing)?"
        r"|print(?:ing)?|giv(?:e|ing)|disclos(?:e|ing)|reveal(?:ing)?)"
        rf"\s(?:him|her|them|{_HIS}\s{_FEW}(?:sur)?(?:names?|identit(?:y|ies)))"
        rf"|(?:sur|first\s|last\s|full\s|real\s)?names?\s(?:that\s|which\s)?(?:I|we)\s(?:will|shall|do|can"
        rf"|am|are)?(?:\snot|n['’]t|wo['’]t|won['’]t|cannot|can['’]t)"
        rf"|(?:only\s)?{_HIS}\s(?:first|given|middle)\snames?\s(?:only|(?:is|are|be)\s(?:used|given"
        rf"|published|printed))"
        rf"|(?:gave|gives|giving|give|provided)\s{_HIS}\s(?:first\s|given\s)?names?\s(?:only\s|just\s"
        rf"|simply\s)?as|introduced\s(?:him|her)self\s(?:only|just|simply)\s(?:as|by)"
        r"|(?:(?:is|was)\snot|isn['’]t|wasn['’]t)\s(?:\w+\s)?(?:his|her|their|the)\s(?:real|actual|true"
        r"|own)\s(?:sur)?names?|not\sreal\snames?"
        rf"|{_HIS}\s(?:real|actual|true)\s(?:sur)?names?\s(?:\w+\s){{0,3}}?(?:different|another"
        rf"|something\selse|not\s)"
        r"|(?:the\s)?(?:editors?|newsroom|newspaper|paper|we|I|author)\s(?:know|knows|have|has)\s(?:his"
        r"|her|their|both|the)\s(?:real\s|full\s)?(?:names?|identit(?:y|ies))"
        rf"|(?:(?:without|keep|kept|leave|left)\s{_HIS}\s{_FEW}names?(?:\sout|\s(?:being\s)?(?:used"
        rf"|published|printed|given))?)"
        r"|(?:on|under)\s(?:the\s|a\s)?(?:strict\s)?(?:conditions?|guarantee|promise|assurance|cover|cloak"
        r"|terms)\s(?:of|that)\s"
        r"(?:(?:strict|full|complete|total)\s)?(?:anonymity|confidentiality|his\s|her\s|their\s|(?:he|she"
        r"|they|we)\s)(?:\w+\s){0,4}?"
        r"(?:(?:not\s)?(?:be\s)?(?:\w+\s)?(?:names?|named|identified|used|withheld)\b)?"
        r"|(?:request|ask|demand|seek|want|insist|grant|promis|guarante|offer|assur|giv|gave)(?:e?d|s|ing"
        r"|en|ed\sfor|ing\sfor"
        r"|ing\son|ed\son)?\s(?:us\s|him\s|her\s|them\s|for\s|on\s)?(?:\w+\s)?anonymity"
        r"|(?:spoke|speaks?|speaking|spoken|talked|talking|talks|told|testified|testif(?:y|ies|ying)"
        r"|interviewed|quoted|said|wrote"
        r"|writing|agreed)\s(?:\w+\s){0,6}?anonymously"
        rf"|by\s{_HIS}\s(?:first\s|last\s|given\s|sur)?(?:names?|initials?|letters?|number|code"
        rf"|call[\s-]sign)\s(?:only|alone)"
        r"|(?:identif(?:ied|ies|y)|named|called|referred\sto|appear(?:s|ed)?|quoted|listed|given"
        r"|designated|denoted|marked)\s"
        rf"(?:\w+\s){{0,3}}?(?:by|as|under|with)\s(?:only\s|just\s)?{_FEW}(?:initials?|letters?"
        rf"|pseudonyms?|aliases"
        r"|(?:code|assumed|changed|false|invented|fictitious|other)\s?names?|codes|numbers?\sonly"
        r"|first\snames?)"
        r"|(?:under|using|with|is|by|are)\s(?:a|an|the|his|her|their)?\s?(?:pseudonyms?|assumed\snames?"
        r"|aliases|alias)"
        r"|(?:(?:used|use|using|giv(?:e|es|en|ing)|gave|go(?:es|ing)?\sby|went\sby)\sonly\s(?:by\s)?"
        r"|only\s(?:used|use|gave|give)\s)"
        rf"(?:{_HIS}\s)?(?:first|given|middle)\snames?"
        r"|(?:first|last)\snames?\sonly"
        r"|(?:speak|spoke|speaking|talk|talked|testif\w{1,4}|quoted)\s(?:\w+\s){0,3}?(?:on\sbackground"
        r"|off\sthe\srecord|not\sfor\sattribution"
        r"|behind\s(?:a|the|frosted)\s(?:screen|curtain|glass))"
        # "Whose name we have changed", "that we leave out his street and his name".
        r"|(?:sur)?names?\s(?:that\s|which\s)?(?:I|we)(?:['’]ve|\shave|\shad)\s(?:\w+\s)?(?:changed|altered"
        r"|withheld|omitted|left\sout|disguised|concealed|replaced)"
        rf"|(?:ask|request|promis|agree|insist|demand|want|wish|pledg|undert|beg|swor|swear)\w{{0,4}}\s{_SOME}"
        r"(?:chang|alter|withhold|omit|conceal|disguis|leav|keep|hid|remov|suppress)(?:e|es|ed|ing)?\s"
        rf"(?:out\s|back\s|secret\s)?(?:his|her|their|all|any)\s{_SOME}(?:sur)?(?:names?|identit(?:y|ies))"
        r"|(?:we|I|this\s\w{1,14})\s(?:have\s|had\s|are\s|am\s|is\s|shall\s|will\s)?(?:chang(?:e|ed|ing)"
        r"|withh(?:old|eld|olding)|omit(?:s|ted|ting)?|le(?:ave|ft|aving)\sout|conceal(?:ed|ing)?)"
        rf"\s(?:his|her|their|all|the)\s{_FEW}(?:sur)?(?:names?|identit(?:y|ies))"
        r"|(?:nothing|no\sdetail|anything)\s(?:[\w'’-]+\s){0,5}?(?:could|can|would|might|may|should|will)\s"
        r"(?:lead\s(?:back\s)?to|identify|point\sto|betray|expose|be\straced|give)\s(?:him|her|them|away)"
        r"|(?:nobody|no\sone|not|never|cannot|can['’]t)\s(?:\w+\s){0,2}?(?:be\srecogni[sz]ed"
        r"|recogni[sz]e\s(?:him|her|them))"
        r"|whom\s(?:[\w'’-]+\s){0,5}?(?:we|I|this\s\w{1,14})\s(?:(?:do|will|can|shall|did|are|am)\s?(?:not"
        r"|n['’]t)|cannot|won['’]t)\s(?:nam(?:e|ing)|identify(?:ing)?)"
        r"|(?:I|we)\s?(?:won['’]t|(?:will|shall|can|do|must|dare)\snot|cannot|can['’]t|['’]d\srather\snot"
        r"|would\srather\snot|mustn['’]t|am\snot\s(?:going\sto|allowed\sto))\s(?:say|tell|name|give|reveal)"
        r"\s(?:you\s|us\s)?(?:who\b|whose|him\b|her\b|them\b|(?:his|her|their)\s(?:\w+\s)?names?"
        r"|(?:on\s|in\s)?(?:which|what)\s\w+\s(?:he|she|they)|where\s(?:he|she|they)\s(?:live|work|serve|stay|hide|is|are))"
        r"|(?:faces?|voices?)\s(?:was|were|is|are|has\sbeen|have\sbeen|had\sbeen)\s(?:blurred|distorted"
        r"|disguised|altered|obscured"
        r"|hidden|changed|pixelated)"
        r")(?!\w)",
        re.I,
    ),
    "ru": re.compile(
        r"(?<!\w)(?:"
        rf"(?:все\s)?(?:им(?:я|ена)|фамили[яи]),?\s{_SOME}(?:был[аио]?\s)?(?:здесь\s)?(?:измен[её]н"
        rf"|замен[её]н|скрыт|засекречен|опущен"
        r"|вымышлен|(?:не\s)(?:называ|раскры|раскрыва|публику|указ|указыва|привод|разглаша|огла))\w{0,5}"
        rf"|(?:измен|замен|скры|скрыва)(?:ил|или|ила|ило|ены|ено|яем|яю|ем|л|ла|ли|ет|ют)\s{_FEW}(?:им(?:я"
        rf"|ена)|фамили\w{{1,2}}|личност\w{{1,2}})"
        r"|(?:по)?прос(?:ил|ила|ило|или|ит|ят|ивш\w{2,3}|ящ\w{2,3}|я|ив)\s(?:\w+,?\s){0,3}не\s(?:\w+\s)?"
        r"(?:называть|назвать|указывать|раскрывать|публиковать|приводить|разглашать|упоминать|использовать"
        r"|писать|печатать|выдавать"
        r"|оглашать|светить)"
        r"|(?:по)?прос(?:ил|ила|ило|или|ит|ят|ивш\w{2,3}|ящ\w{2,3}"
        r"|ьб\w{1,2})\s(?:\w+\s){0,3}?(?:об\sанонимности|анонимност\w{1,2}|сохранить\s"
        r"(?:\w+\s){0,2}(?:анонимность|тайне|секрете)|без\sим[её]ни?|без\sфамили\w{1,2}|скрыть"
        r"|изменить\s(?:\w+\s)?(?:имя|имена)"
        r"|не\sраскрытии|о\sконфиденциальности)"
        r"|(?:пожел|желае|желающ|жела|предпоч|попрос|проси|прося|реши|захоте|хоте"
        r"|хоче)\w{0,5}\s(?:\w+\s)?оста(?:ть|ва)(?:ть)?ся\s"
        r"(?:\w+\s)?(?:анонимн|неназванн|неизвестн|безымянн|инкогнито|неузнанн|не\sназванн)\w{0,3}"
        r"|не\s(?:захоте|пожела|жела|ста|хоте|хоч|хот|реши)\w{1,4}\s(?:\w+\s)?(?:называться|назваться"
        r"|представляться|представиться|(?:назвать|называть|раскрывать|публиковать|указывать|сообщать)\s"
        r"(?:сво\w{1,2}|себя|имя|имени|имён|фамили\w|личност\w))"
        r"|(?:назваться|называться|представиться|представляться|назвать\s(?:себя|имя|фамилию|сво[её]))\s"
        r"(?:\w+\s){0,2}?(?:отказа|не\s(?:захоте|ста|пожела|реши))\w{1,5}"
        # A figure, a place or a date may be withheld too: only oneself and a name hide anybody.
        r"|отказа(?:лся|лась|вш\w{2,5}|лись)\s(?:назваться|представиться|(?:назвать|раскрыть|сообщить)\s"
        r"(?:сво\w{1,2}|себя|имя|фамили\w))"
        rf"|(?:чь[её]|чьи|его|её|ее|их|сво[её])\s(?:\w+\s)?(?:им(?:я|ени|ена)|личность)\s{_FEW}(?:не\s"
        rf"|скры|измен|известн\w{{1,2}}\sредакц)\w{{0,8}}"
        rf"|(?:имя|имени|имена|имён|имен|фамили[юий]|личност[ьи]|себя)\s{_SOME}(?:не\s(?:\w+\s)?(?:скаж"
        rf"|назов|назов|называ|укаж|указыв|раскро|раскры|привож|привед|приво|сообщ|печата"
        r"|пиш|выда|упомин|стан|стал|буд|захот|хоч|хот|мож|мог)|отказал|нельзя|опущен|опуска)\w{0,6}"
        r"|не\s(?:буд[уе]м?|мо(?:гу|жем)|стан(?:у|ем)|хо(?:чу|тим))\s(?:\w+\s){0,3}?(?:называть|назвать"
        r"|раскрывать|раскрыть|указывать|публиковать|выдавать|писать)"
        r"|не\s(?:назову|назовём|назовем|называю|называем|указываю|указываем|раскрываю|раскрываем"
        r"|публикуем)(?:\s(?:\w+\s){0,2}?(?:его|её|ее|их|им\w{1,2}|фамили\w))?"
        # "As far as we know" hides nobody: «нам известно» needs a name beside it.
        r"|(?:имя|имена|фамили\w|личност\w)\s(?:\w+\s){0,3}?нам\s(?:\w+\s)?известн\w{1,2}"
        r"|(?:(?:редакции|журналистам|изданию)\s(?:оно\s|она\s|они\s|он\s)?|нам\s(?:оно|она|они|он)\s)известн\w{1,2}|(?:в\sредакции"
        r"|у\sредакции)\s(?:\w+\s)?есть"
        rf"|(?:имя|имена|фамили[юи])\s{_SOME}(?:изменил|поменял|сменил|заменил|скрыл|опустил|убрал"
        rf"|вычеркнул|вымарал)(?:а|и)?"
        rf"|(?:имя|имена|фамили[яи])\s{_SOME}(?:убран|удал[её]н|вычеркнут|закрашен|замазан|обнародова"
        rf"|не\sсообща|не\sмелька|не\sобнарод)\w{{0,5}}"
        r"|под\s(?:номер(?:ом|ами)|кодов\w{2,3}|литер(?:ой|ами))"
        r"|(?:детали|подробности|обстоятельства|приметы|биографи\w+)\s(?:[\w-]+,?\s){0,5}?измен[её]н\w{0,2}"
        rf"|(?:имя|имена|фамили[юи])\s{_SOME}(?:редакция\sзна|знает\sредакц|у\sредакции|хран)\w{{0,4}}"
        r"|известн\w{1,2}\s(?:авторам?|организации|центру|правозащитникам|команде|изданию"
        r"|корреспондент\w{1,2}|нам)(?!\w)"
        r"|(?:по)?прос(?:ил|ила|или|ит|ят|ивш\w{2,3})\s(?:себя|его|её|ее|их)\s(?:\w+\s)?(?:называть"
        r"|звать|именовать)(?=[\s.,)])"
        r"|(?:обезличен|анонимизирован|деперсонализирован|закодирован)\w{0,3}|(?:засекреченн|анонимн"
        r"|защищаем|защищённ|защищенн)\w{2,3}\sсвидетел\w{1,4}|свидетел\w{1,3}\sпод\sзащитой"
        r"|(?:личные|персональные|анкетные|паспортные|его|её|ее"
        r"|их)?\s?данные\s(?:\w+\s){0,4}?(?:не\s(?:раскрыва|разглаша|публику|привод|указыва)|скрыт|измен"
        r"|засекреч)\w{0,5}"
        r"|оста(?:ться|нется|ётся|ется|лся|лась|вшийся|вшаяся)\s(?:\w+\s)?(?:анонимн|неназванн|безымянн"
        r"|инкогнито)\w{0,3}|(?:вместо|взамен)\s(?:\w+\s)?(?:имён|имен|имени|фамили[йи])"
        r"|(?:буквами|литерами|инициалами|номерами|цифрами|псевдонимами|кодами)\s(?:\w+\s){0,3}?(?:обознач"
        r"|замен|назван|указан|зашифрова|помеч)\w{0,6}"
        r"|без\s(?:имён|имен|имени|фамили[йи])(?!\w)|имён\sне\sбудет|имен\sне\sбудет|(?:кто\sэто|кто\sон"
        r"|кто\sона|кто)\s?[,—–-]?\sне\s(?:скажу|скажем)|не\sскажу,?\sкто"
        rf"|(?:договорил|условил|согласил|согласн|обеща|пообеща|слово|при\sусловии|с\sусловием|просьб"
        rf"|разреш)\w{{0,5}},?\s{_SOME}(?:не\s(?:\w+\s)?(?:назыв|назов|назв|упомин|указ|писа|фотограф"
        rf"|снима|публик|выда|раскр)|(?:без|изменить|сменить|поменять)\s(?:\w+\s)?(?:им[её]н|имя|имена"
        rf"|фамили))\w{{0,6}}"
        rf"|(?:им(?:я|ена|ени|ён)|фамили\w|зовут)\s{_SOME}(?:друг(?:ое|ая|ие)|чуж(?:ое|ие)"
        rf"|ненастоящ\w{{2}}|не\sнастоящ\w{{2}}|не\s(?:его|её|ее|так|появит|прозвуч)\w{{0,3}}"
        rf"|поменя\w{{1,4}}|перемен\w{{1,3}}|придума\w{{1,5}}|условн\w{{2}})"
        r"|(?:поменял[аи]?|сменили|переменил[аи]?|придумал[аи]?|меняем|меняю)\s(?:\w+\s){0,3}?(?:имя|имена"
        r"|фамили\w)"
        r"|(?:лиц[оа]|лицом)\s(?:\w+\s){0,2}?(?:не\s(?:показыва|снима|фотограф|откры|покаж)|закры|прячет"
        r"|спрята)\w{0,5}|(?:не\s(?:показыва|снима|фотограф|откры)\w{1,5}|прячет|пряча"
        r"|закрыв)\s(?:\w+\s)?лиц[оа]"
        r"|(?:знаю|знаем|знает)\s(?:\w+\s){0,2}?(?:настоящее\s)?(?:имя|имена)"
        r"|зовут\s(?:\w+\s){0,2}?(?:иначе|по-другому)|(?:иначе|по-другому)\sзовут"
        r"|(?:имя|имена|личност\w{1,2}|фамилия)\s(?:\w+\s){0,3}?(?:известн\w{1,2}\s(?:редакц|нам"
        r"|журналист)|не\s(?:раскрыва|разглаша|называ|указыва"
        r"|публику|привод)|скрыва|засекреч|держ\w+\sв\sтайне)\w{0,5}"
        r"|(?:вымышленн|друг|чуж|условн)\w{2,3}\sим(?:я|ен\w{1,2})(?!\w)|им(?:я|ена)\sвымышлен\w{0,3}"
        r"|(?:не|ненастоящ)\w{0,3}\s?настоящ\w{2,3}\sимя|ненастоящ\w{2,3}\sим\w{1,4}"
        r"|(?:настоящ|подлинн|реальн)\w{2,3}\s(?:имя|имени|имена|фамили\w)\s(?:\w+\s){0,3}?(?:не\s|скры"
        r"|известн)"
        r"|(?:на|при|под|с|о)\s(?:услови\w{1,2}|правах|гаранти\w{1,2}|основ\w)\s(?:\w+\s)?(?:анонимн"
        r"|конфиденциальн|неразглаш|нераскрыти)\w{0,6}"
        r"|на\sанонимн\w{2}\s(?:основе|условиях)|(?:сохран|гарант|обеща"
        r"|обеспеч)\w{1,7}\s(?:\w+\s){0,3}?анонимност\w{1,2}"
        r"|(?:говор|рассказ|сообщ|поясн|призна|подтверд|согласи|показани|беседова|общал|пообщал|ответи"
        r"|написа)\w{0,7}\s(?:\w+\s){0,4}?анонимно"
        r"|анонимно\s(?:\w+\s){0,3}?(?:говор|рассказ|сообщ|поясн|призна|подтверд|написа|ответи)"
        r"|под\s(?:\w+\s)?(?:псевдоним\w{0,3}|(?:вымышленн|чуж|друг|условн)\w{2,3}\s(?:им|фамили|ник"
        r"|позыв|литер)\w+)|псевдоним\w{0,2}"
        r"|(?:обознач|замен|назван|указан|привод|зашифрова|привед|выведен|проход|фигурир|помеч"
        r"|значит)\w{0,8}\s(?:\w+\s){0,3}?(?:буквами|буквой|инициалами|литерами|номерами|номером|цифрами"
        r"|кодами|кодом|псевдонимами"
        r"|одной\sбуквой|первыми\sбуквами|первой\sбуквой|условными|вымышленными|другими\sименами|позывными)"
        r"|(?:чтобы|если|пока)\s(?:его|её|ее|их|меня)\s(?:\w+\s)?не\s(?:\w+\s)?(?:узна|опозна|вычисл|найд)\w{1,5}"
        r"|подпис[ьи]\s(?:\w+\s)?не\s(?:став|ука)\w{1,5}|не\s(?:подписыва|став)\w{1,5}\s(?:\w+\s)?(?:меня|подпис[ьи]|им)"
        r"|(?:не\s(?:был[оаи]?|будет)|чтобы\sне\s\w+)\s(?:\w+\s)?ни\s(?:им[её]н\w?|имени|фамилии)"
        r"|(?:лиц[оа]|голос\w?)\s(?:\w+\s){0,3}?(?:скрыт|измен[её]н|размыт|искаж[её]н)\w{0,2}"
        r"|без\s(?:указания|упоминания|раскрытия|оглашения|публикации)\s(?:\w+\s)?(?:имени|им[её]н"
        r"|фамили\w)|не\s(?:для|под)\s(?:протокол|запис)\w{0,2}"
        r"|(?:назвать|раскрыть)\s(?:\w+\s){0,2}?(?:не\sможет|не\sможем|не\sмогу|нельзя)"
        r")(?!\w)",
        re.I,
    ),
    "uk": re.compile(
        r"(?<!\w)(?:"
        rf"(?:усі\s|всі\s)?(?:ім['’ʼ]я|імена|прізвищ[еа]),?\s{_SOME}(?:було\s|були\s)?(?:тут\s)?(?:змінен"
        rf"|замінен|прихован|засекречен|пропущен|вигадан"
        r"|не\s(?:назива|розкри|розголошу|публіку|вказу|наводи|називає))\w{0,5}"
        rf"|(?:змін|замін|прихов)(?:ив|или|ила|ило|ено|юємо|уємо|ав|али|ала|ємо)\s{_FEW}(?:ім['’ʼ]я|імена"
        rf"|прізвищ\w|особ\w)"
        r"|(?:по)?прос(?:ив|ила|ило|или|ить|ять|ивши|ячи)\s(?:\w+,?\s){0,3}не\s(?:\w+\s)?"
        r"(?:називати|назвати|вказувати|розкривати|публікувати|наводити|розголошувати|згадувати|писати"
        r"|друкувати|видавати|оприлюднювати|світити)"
        r"|(?:по)?прос(?:ив|ила|ило|или|ить|ять|ивши|ячи|ьб\w{1,2})\s(?:\w+\s){0,3}?(?:про\sанонімність"
        r"|анонімност\w{1,2}|зберегти\s(?:\w+\s){0,2}(?:анонімність|таємниці)"
        r"|без\sім(?:ен|ені)|без\sпрізвищ\w{0,2}|приховати|змінити\s(?:\w+\s)?(?:ім['’ʼ]я|імена)"
        r"|про\sконфіденційність)"
        r"|(?:побажа|бажа|воліє|волі|виріши|попроси|проси|захоті|хоті|хоче"
        r"|просячи)\w{0,4}\s(?:\w+\s)?(?:за)?лиш(?:ити|ати)ся\s(?:\w+\s)?"
        r"(?:анонімн|неназван|невідом|безіменн|інкогніто|невпізнан|не\sназван)\w{0,3}"
        r"|не\s(?:захоті|побажа|бажа|ста|хоті|хоч)\w{1,4}\s(?:\w+\s)?(?:називатися|назватися"
        r"|представлятися|представитися|(?:назвати|називати|розкривати|публікувати|вказувати|повідомляти)\s"
        r"(?:сво\w{1,3}|себе|ім['’ʼ]\w{1,3}|прізвищ\w|особ\w))"
        r"|(?:назватися|називатися|представитися|представлятися|назвати\s(?:себе|ім['’ʼ]я|прізвище|своє))\s"
        r"(?:\w+\s){0,2}?(?:відмови|не\s(?:захоті|ста|побажа|виріши))\w{1,5}"
        r"|відмови(?:вся|лася|лись|лися)\s(?:назватися|називатися|представитися|(?:назвати|називати"
        r"|розкрити|повідомити)\s(?:сво\w{1,3}|себе|ім['’ʼ]я|прізвище))"
        rf"|(?:чиє|чиї|його|її|їх|їхн\w|своє)\s(?:\w+\s)?(?:ім['’ʼ]я|імен\w|особу)\s{_FEW}(?:не\s|прихов"
        rf"|змін|відом\w{{1,2}}\sредакц)\w{{0,8}}"
        rf"|(?:ім['’ʼ]я|імені|імена|імен|прізвищ[еа]?|особ[уи]|себе)\s{_SOME}(?:не\s(?:\w+\s)?(?:скаж|назв"
        rf"|назив|вкаж|вказу|розкри|навод|навед|повідом|друку"
        r"|пиш|вида|згаду|стан|ста|буд|захот|хоч|хот|мож|міг)|відмови|не\sможна|пропуска)\w{0,7}"
        r"|не\s(?:буд(?:у|емо)|мож(?:у|емо)|стан(?:у|емо)|хоч(?:у|емо))\s(?:\w+\s){0,3}?(?:називати"
        r"|назвати|розкривати|розкрити|вказувати|публікувати|видавати|писати)"
        r"|не\s(?:назву|назвемо|називаю|називаємо|називатиму|називатимемо|вказую|вказуємо|розкриваємо"
        r"|публікуємо)(?:\s(?:\w+\s){0,2}?(?:його|її|їх|ім\w{0,2}['’ʼ]?\w{0,2}|прізвищ\w))?"
        r"|(?:ім['’ʼ]я|імена|прізвищ\w|особ\w)\s(?:\w+\s){0,3}?нам\s(?:\w+\s)?відом\w{1,2}"
        r"|(?:(?:редакції|журналістам|виданню)\s(?:воно\s|вона\s|вони\s)?|нам\s(?:воно|вона|вони)\s)відом\w{1,2}|(?:в\sредакції"
        r"|у\sредакції)\s(?:\w+\s)?є(?!\w)"
        rf"|(?:ім['’ʼ]я|імена|прізвищ[еа])\s{_SOME}(?:змінил|змінив|поміняв|помінял|замінив|замінил"
        rf"|приховав|приховал|опустив|опустил)(?:а|и)?"
        rf"|(?:ім['’ʼ]я|імена|прізвищ[еа])\s{_SOME}(?:прибран|вилучен|закреслен|замальован|опущен|оприлюдн"
        rf"|не\sповідомля|не\sоприлюдн)\w{{0,5}}"
        r"|під\s(?:номер(?:ом|ами)|кодов\w{2,3}|літер(?:ою|ами))"
        r"|(?:деталі|подробиці|обставини|прикмети|біографі\w+)\s(?:[\w-]+,?\s){0,5}?змінен\w{0,2}"
        rf"|(?:ім['’ʼ]я|імена|прізвищ[еа])\s{_SOME}(?:редакція\sзна|знає\sредакц|у\sредакції|зберіга)\w{{0,4}}"
        r"|відом\w{1,2}\s(?:авторам?|організації|ініціативі|центру|правозахисникам|команді|виданню"
        r"|кореспондент\w{1,2}|нам)(?!\w)"
        r"|(?:по)?прос(?:ив|ила|или|ить|ять)\s(?:себе|його|її|їх)\s(?:\w+\s)?(?:називати|звати"
        r"|кликати)(?=[\s.,)])"
        r"|(?:знеособлен|анонімізован|деперсоналізован|закодован)\w{0,3}|(?:засекречен|анонімн|захищен"
        r"|таємн)\w{1,3}\sсвід\w{1,4}|свід\w{1,3}\sпід\sзахистом"
        r"|(?:особисті|персональні|анкетні|паспортні|його|її|їхні"
        r"|їх)?\s?дані\s(?:\w+\s){0,4}?(?:не\s(?:розкрива|розголошу|публіку|навод|вказу)|прихован|змінен"
        r"|засекреч)\w{0,5}"
        r"|(?:за)?лиши(?:тися|ться|вся|лася)\s(?:\w+\s)?(?:анонімн|неназван|безіменн|інкогніто)\w{0,3}"
        r"|(?:замість)\s(?:\w+\s)?(?:імен|імені|прізвищ[а]?)"
        r"|(?:буквами|літерами|ініціалами|номерами|цифрами|псевдонімами|кодами)\s(?:\w+\s){0,3}?(?:познач"
        r"|замін|назван|вказан|зашифрова)\w{0,6}"
        r"|без\s(?:імен|імені|прізвищ[а]?)(?!\w)|імен\sне\sбуде|(?:хто\sце|хто\sвін|хто\sвона"
        r"|хто)\s?[,—–-]?\sне\s(?:скажу|скажемо)|не\sскажу,?\sхто"
        rf"|(?:домовил|умовил|погодил|згод|обіця|пообіця|слово|за\sумови|з\sумовою|проханн"
        rf"|дозвол)\w{{0,5}},?\s{_SOME}(?:не\s(?:\w+\s)?(?:назив|назв|згад|вказ|писа|фотограф|зніма|публік"
        rf"|вида|розкр)|(?:без|змінити|поміняти)\s(?:\w+\s)?(?:імен|ім['’ʼ]я|прізвищ))\w{{0,6}}"
        rf"|(?:ім['’ʼ]я|імена|імені|імен|прізвищ\w|звати|кличуть)\s{_SOME}(?:інше|інші|чуже|чужі"
        rf"|несправжн\w{{1,2}}|не\sсправжн\w{{1,2}}|не\s(?:його|її|так|з['’ʼ]явит|прозвуч)\w{{0,3}}"
        rf"|помін\w{{1,4}}|вигада\w{{1,4}}|умовн\w{{1,2}})"
        r"|(?:помінял[аи]?|поміняв|змінюю|вигадали|вигадав)\s(?:\w+\s){0,3}?(?:ім['’ʼ]я|імена|прізвищ\w)"
        r"|обличч\w{1,2}\s(?:\w+\s){0,2}?(?:не\s(?:показу|зніма|фотограф|відкри|покаж)|закри|хова"
        r"|схова)\w{0,5}|(?:не\s(?:показу|зніма|фотограф|відкри)\w{1,5}|хова\w{1,3}"
        r"|закрива\w{1,4})\s(?:\w+\s)?обличч\w"
        r"|(?:знаю|знаємо|знає)\s(?:\w+\s){0,2}?(?:справжнє\s)?(?:ім['’ʼ]я|імена)|(?:звати|кличуть"
        r"|звуть)\s(?:\w+\s){0,2}?(?:інакше|по-іншому)|(?:інакше|по-іншому)\s(?:звати|звуть)"
        r"|(?:ім['’ʼ]я|імена|особ[уаи]|прізвище)\s(?:\w+\s){0,3}?(?:відом\w{1,2}\s(?:редакц|нам|журналіст)"
        r"|не\s(?:розголошу|розкрива|назива|вказу|публіку"
        r"|наводи)|прихову|засекреч|трима\w+\sв\sтаємниц)\w{0,5}"
        r"|(?:вигадан|інш|чуж|умовн)\w{1,3}\s(?:ім['’ʼ]\w{1,3}|імен\w{1,2})|ім['’ʼ]я\sвигадан\w{0,2}"
        r"|(?:не\s|не)справжн\w{1,3}\s(?:ім['’ʼ]\w{1,3}|імена)"
        r"|(?:справжн|реальн)\w{1,3}\s(?:ім['’ʼ]\w{1,3}|імена|прізвищ\w)\s(?:\w+\s){0,3}?(?:не\s|прихо"
        r"|відом)"
        r"|(?:на|за|під|з|із|про)\s(?:умов\w{1,2}|правах|гаранті\w{1,2}"
        r"|засад\w{1,2})\s(?:\w+\s)?(?:анонімн|конфіденційн|нерозголош|нерозкритт)\w{0,6}"
        r"|на\sанонімн\w{2}\s(?:основі|умовах)|(?:зберег|гарант|обіця"
        r"|забезпеч)\w{1,7}\s(?:\w+\s){0,3}?анонімніст\w{1,2}"
        r"|(?:говор|розпов|розказ|повідом|поясн|визна|підтверд|погоди|свідч|спілкува|відпові"
        r"|написа)\w{0,7}\s(?:\w+\s){0,4}?анонімно"
        r"|анонімно\s(?:\w+\s){0,3}?(?:говор|розпов|повідом|поясн|визна|підтверд|написа|відпові)"
        r"|під\s(?:\w+\s)?(?:псевдонім|вигадан|чуж|інш)\w{0,3}(?:\sім['’ʼ]?\w+)?|псевдонім\w{0,2}"
        r"|(?:познач|замін|назван|вказан|зазначен|наводи|зашифрова|наведен|проход|фігуру"
        r"|значит)\w{0,8}\s(?:\w+\s){0,3}?(?:буквами|літерами|буквою|літерою|ініціалами|номерами|номером"
        r"|цифрами|кодами|кодом|псевдонімами"
        r"|першими\sлітерами|першою\sлітерою|умовними|вигаданими|іншими\sіменами|позивними)"
        r"|(?:щоб|якщо|поки)\s(?:його|її|їх|мене)\s(?:\w+\s)?не\s(?:\w+\s)?(?:впізна|упізна|вирахува|знайд)\w{1,5}"
        r"|підпис\w?\s(?:\w+\s)?не\s(?:став|вказу)\w{1,5}|не\s(?:підпису|став)\w{1,5}\s(?:\w+\s)?(?:мене|підпис\w?|ім)"
        r"|не\s(?:було|буде)\s(?:\w+\s)?ані\s(?:імен\w?|прізвищ\w?)|(?:не\sбуло|не\sбуде)\s(?:\w+\s)?ні\s(?:імен\w?|прізвищ\w?)"
        r"|(?:обличч[яі]|голос\w{0,2})\s(?:\w+\s){0,3}?(?:прихован|змінен|розмит|спотворен)\w{0,2}"
        r"|без\s(?:зазначення|вказання|згадки|розкриття|оприлюднення)\s(?:\w+\s)?(?:імені|імен|прізвищ\w?)"
        r"|не\s(?:для|під)\s(?:протокол|запис)\w{0,2}"
        r"|(?:викла|опубліку|надрук|оприлюдн|переда)\w{1,6}\s(?:\w+\s)?без\s(?:імен|імені|прізвищ\w?)"
        r"|(?:назвати|розкрити)\s(?:\w+\s){0,2}?(?:не\sможе|не\sможемо|не\sможу|не\sможна)"
        r")(?!\w)",
        re.I,
    ),
}  # fmt: skip

INTRODUCES: Final = {
    "en": re.compile(
        r"\b(?:"
        r"(?:who|whom)\s(?:we|I|this\s\w{1,16})\s(?:call|(?:will|shall)\scall|are\scalling|am\scalling"
        r"|have\scalled|refer\sto\sas)"
        r"|(?:we|I)(?:['’]ll|\swill|\sshall|\sare|\sam|['’]re)\s(?:call|name|refer\sto)(?:ing)?\s(?:him"
        r"|her|them)(?:\sas)?"
        r"|let\sus\scall\s(?:him|her|them)|let['’]s\scall\s(?:him|her|them)"
        r"|(?:ask|wish|want|agree|request|prefer)(?:ed|s|ing|red)?\s(?:\w+\s){0,2}?to\sbe\s"
        r"(?:called|named|identified|known|quoted|referred\sto)(?:\s(?:here|only|just|simply|as|by|under"
        r"|(?:the|his|her|their)\s(?:\w+\s){0,2}?names?,?)){0,4}"
        r"|(?:identified|named|known|referred\sto)\s(?:here\s|only\s){1,2}(?:as|by\s(?:the|his|her"
        r"|their)\s(?:\w+\s){0,2}?names?,?)"
        r"|(?:giv(?:es|ing)|gave|us(?:es|ing|ed))\sonly\s(?:his|her|a|their)\s(?:first|given)\sname,?"
        r"|(?:under|using)\s(?:the|a)\s(?:pseudonym|assumed\sname)(?:\sof)?"
        r"|call\s(?:him|her|me|them)(?=\s[\"“'‘]?(?-i:[A-Z]))"
        r")(?=\s)",
        re.I,
    ),
    "ru": re.compile(
        r"(?<!\w)(?:"
        r"назов[её]м(?:\s(?:его|её|ее|их|так))?"
        r"|(?:по)?прос(?:ил|ила|ило|или|ит|ивш\w{2,3})\s(?:(?!не\s)\w+\s){0,2}?(?:называть|назвать|именовать)\s"
        r"(?:себя|его|её|ее|их)(?:\s(?:просто|только))?"
        r"|(?:буд(?:ем|у)|стан(?:ем|у))\s(?:здесь\s)?называть\s(?:его|её|ее|их)"
        r"|(?:его|её|ее|их)\s(?:мы\s)?(?:будем\s)?(?:назовём|назовем|называть)"
        r"|представи(?:лся|лась|вшийся|вшаяся|вшегося|вшейся)(?:\s(?:как|именем|только|просто)){0,2}"
        r"|(?:себя|его|её|ее|их)\s(?:\w+\s){0,2}?(?:по)?прос(?:ит|ил|ила|ят|или)\s(?:(?!не\s)\w+\s)?(?:называть"
        r"|назвать|звать|именовать|величать)"
        r"|(?:по)?прос(?:ил|ила|ило|или|ит|ят|ивш\w{2,3}|ящ\w{2,3})\s(?:(?!не\s)\w+\s){0,3}?(?:называть|назвать"
        r"|звать"
        r"|именовать|величать)\s(?:себя|его|её|ее|их|просто|только)"
        r"|под\sпсевдонимом|(?:буд(?:ем|у)|стан(?:ем|у))\s(?:\w+\s)?(?:звать|именовать)(?:\s(?:его|её|ее"
        r"|их))?|зов[её]м\s(?:его|её|ее|их)"
        r"|пусть\s(?:он\s|она\s|его\s|её\s|ее\s)?(?:будет|зовут)(?=\s[«\"“]?(?-i:[А-ЯЁ]))"
        r"|(?:звать|зовут)\s(?:его|её|ее)\s(?:здесь|тут|в\sэтом\sтексте)"
        r")(?=\s)",
        re.I,
    ),
    "uk": re.compile(
        r"(?<!\w)(?:"
        r"назв(?:емо|імо)(?:\s(?:його|її|їх|так))?"
        r"|(?:по)?прос(?:ив|ила|ило|или|ить)\s(?:(?!не\s)\w+\s){0,2}?(?:називати|назвати)\s(?:себе|його|її"
        r"|їх)(?:\s(?:просто|лише))?"
        r"|(?:буд(?:емо|у)|стан(?:емо|у))\s(?:тут\s)?називати\s(?:його|її|їх)"
        r"|(?:його|її|їх)\s(?:ми\s)?(?:будемо\s)?(?:назвемо|називати|називатимемо)"
        r"|представи(?:вся|лася|лась)(?:\s(?:як|іменем|лише|просто)){0,2}"
        r"|(?:себе|його|її|їх)\s(?:\w+\s){0,2}?(?:по)?прос(?:ить|ив|ила|ять|или)\s(?:(?!не\s)\w+\s)?(?:називати"
        r"|назвати|звати|кликати|іменувати)"
        r"|(?:по)?прос(?:ив|ила|ило|или|ить|ять)\s(?:(?!не\s)\w+\s){0,3}?(?:називати|назвати|звати|кликати"
        r"|іменувати)\s(?:себе|його|її|їх|просто|лише|тільки)"
        r"|під\sпсевдонімом|(?:буд(?:емо|у)|стан(?:емо|у))\s(?:\w+\s)?(?:звати|кликати"
        r"|іменувати)(?:\s(?:його|її|їх))?|звемо\s(?:його|її|їх)"
        r"|(?:хай|нехай)\s(?:він\s|вона\s|його\s|її\s)?(?:буде|звуть)(?=\s[«\"“]?(?-i:[А-ЯІЇЄҐ]))"
        r"|(?:звати|кличуть|називають)\s(?:його|її)\s(?:тут|в\sцьому\sтексті)|(?:його"
        r"|її)\sтут\s(?:називають|кличуть|звуть)"
        r")(?=\s)",
        re.I,
    ),
}  # fmt: skip

REASON: Final = {
    "en": re.compile(
        r"\b(?:"
        r"(?:not|n['’]t|never)\s(?:been\s|being\s|officially\s|publicly\s|formally\s)?"
        r"(?:authori[sz]ed|cleared|allowed|permitted|entitled|supposed"
        r"|empowered)\s(?:\w+\s)?to\s(?:\w+\s)?(?:speak|talk|comment|brief|discuss|give|disclose|address"
        r"|be\squoted)"
        r"|(?:lack|lacked|lacks|lacking|without)\s(?:the\s)?(?:authori[sz]ation|permission|clearance"
        r"|authority)\sto\s(?:speak|talk|comment|brief|discuss)"
        r"|(?:for|out\sof|in)\sfear\s(?:of|that|for)|fearing\s(?:for\s|of\s)?(?:\w+\s)?(?:reprisals?"
        r"|retribution|retaliation|revenge|persecution|arrest|prosecution"
        r"|punishment|repercussions|consequences|his|her|their|the|that)"
        r"|fear(?:s|ed)?\s(?:for\s(?:his|her|their)|(?:\w+\s)?(?:reprisals?|retribution|retaliation"
        r"|revenge|persecution|repercussions|punishment))"
        r"|afraid\s(?:of|for)\s(?:\w+\s)?(?:reprisals?|retribution|retaliation|revenge|persecution|arrest"
        r"|prosecution|punishment|his|her|their)"
        r"|(?:for|citing|because\sof)\s(?:(?:his|her|their)\s(?:own\s|family['’]s\s)?(?:safety|security"
        r"|protection)|(?:reasons\sof\s)?(?:\w+\s)?"
        r"(?:security|safety)\s(?:reasons|concerns|grounds)|reasons\sof\s(?:security|safety))"
        r"|to\sprotect\s(?:him|her|them|his|their)(?!\w)"
        r"|for\sobvious\sreasons|for\sreasons\s(?:that\s)?(?:you|anyone|everyone)"
        r"|(?:given|because\sof|due\sto|citing)\sthe\ssensitivity|to\sdiscuss\s(?:confidential|sensitive"
        r"|private|internal|classified|operational)"
        r")",
        re.I,
    ),
    "ru": re.compile(
        r"(?<!\w)(?:"
        r"(?:не\s(?:был[аи]?\s)?уполномочен|неуполномоченн)\w{0,3}|не\sимеет\s(?:\w+\s)?(?:права"
        r"|полномочий|разрешения)\s(?:\w+\s)?(?:говорить|общаться|комментировать|давать|обсуждать"
        r"|разглашать|публично)"
        r"|(?:опаса|бо)(?:ется|ются|ясь|ящ\w{2,5}|вш\w{2,5}|лся|лась|лись)\s(?:за|мест|преследован|наказан"
        r"|репресс|увольнен|последств|расправ|давлен|ареста|проблем)\w{0,3}"
        r"|из[\s-](?:за\s)?(?:опасени\w|страха|боязни|соображений\sбезопасности)(?:\s(?:за|перед|мести"
        r"|преследован\w+|расправ\w))?"
        r"|по\sпонятным\sпричинам|по\sпонятным\sпричинам|(?:по\sсоображениям|в\sцелях|из\sсоображений"
        r"|ради)\s(?:\w+\s)?безопасности"
        r")",
        re.I,
    ),
    "uk": re.compile(
        r"(?<!\w)(?:"
        r"не\s(?:був\s|була\s|були\s)?уповноважен\w{0,2}|не\sма(?:є|в|ла|ють)\s(?:\w+\s)?(?:права"
        r"|повноважень|дозволу)\s(?:\w+\s)?(?:говорити|спілкуватися|коментувати|давати|обговорювати"
        r"|розголошувати)"
        r"|(?:побою|бо)(?:ється|ються|ючись|ячись|явся|ялася|ються|ювався|ювалася)\s(?:за|помст"
        r"|переслідуван|покаран|репрес|звільнен|наслідк|розправ|тиск|арешт)\w{0,3}"
        r"|(?:через|із|з)\s(?:побоюванн\w|острах\w|страх)(?:\s(?:за|перед|помсти|переслідуван\w+))?"
        r"|(?:зі|із|з)\sзрозумілих\sпричин|(?:з\sміркувань|задля|заради|в\sцілях"
        r"|з\sметою)\s(?:\w+\s)?безпеки"
        r")",
        re.I,
    ),
}  # fmt: skip

# Each signal holds one of these; most sentences of most texts hold none.
_STEMS: Final = {
    "en": (
        "name", "Name", "NAME", "called", "refer", "known ", "dentit", "dentif", "nonym",
        "pseudonym", "alias", "call h", "call m", "call t", "Call h", "Call m", "codes", "numbers",
        "we call", "calling", "incognito", "background", "record", "obvious", "reasons",
        "attribution", "initials", "letters", "behind", "face", "voice", "uthori", "cleared",
        "allowed", "permi", "fear", "afraid", "safety", "security", "protect", "sensitiv",
        "confidential", "reprisal", "quoted", "details", "say who", "tell you who", "itness",
        "court", "introduced", "nothing", "recogni", "I won", "we won", "t say", "t tell", "whom ",
    ),
    "ru": (
        "имя", "имен", "имён", "зовут", "звать", "зовём", "зовем", "пусть", "вместо", "Имя", "Имен",
        "ИМЯ", "ИМЕН", "фамили", "назва", "назов", "назыв", "Назов", "нонимн", "псевдоним",
        "безымянн", "инкогнито", "представи", "представл", "раскры", "указыв", "упомин", "личност",
        "себя", "буквами", "буквой", "инициал", "литерами", "лицо", "голос", "полномоч", "опаса",
        "опасен", "бояс", "боит", "боял", "страха", "безопасност", "понятным", "номер", "детал",
        "подробност", "биографи",
        "конфиденциальн", "обезлич", "деперсонал", "закодир", "засекреч", "свидетел", "данные",
        "известн", "в редакции", "у редакции", "кто", "неразглаш", "протокол", "запис", "тайне",
        "секрет", "узна", "одпис", "вычисл",
    ),
    "uk": (
        "ім'я", "ім’я", "імʼя", "Ім'я", "Ім’я", "Імʼя", "ІМ", "імен", "Імен", "звати", "звуть",
        "кличуть", "нехай", "хай ", "замість", "звемо", "іншому", "себе", "прізвищ", "назва",
        "назве", "назві", "назив", "Назве", "нонімн", "псевдонім", "інкогніто", "представи",
        "представл", "розкри", "вказу", "згадув", "особ", "літер", "буквами", "ініціал", "обличч",
        "голос", "побою", "боїть", "боять", "боявс", "боячис", "страх", "безпек", "зрозуміл",
        "номер", "детал", "подробиц", "біографі", "конфіденційн", "деперсонал", "закодов", "засекреч",
        "дані", "відом", "редакції",
        "кликати", "хто", "свід", "нерозголош", "таємниц", "справжн", "прихов", "повноваж",
        "дозвол", "протокол", "запис", "пізна", "ідпис",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signal:
    """One phrase that shields: where, whether an alias follows it, whether it is a mere reason, and whether
    it says that a name which is printed is not the real one."""

    start: int
    stop: int
    introduces: bool = False
    reason: bool = False
    changes: bool = False


def signals_of(page: Page) -> tuple[Signal, ...]:
    """Every signal of a page, by sentence; of two that overlap both stay."""
    return _signals(page.body, tuple(page.sentences), tuple(page.languages))


# Names and speakers of one page are asked for one after the other.
@lru_cache(maxsize=1)
def _signals(body: str, sentences: tuple[Span, ...], languages: tuple[str, ...]) -> tuple[Signal, ...]:
    found: list[Signal] = []
    for i in _worth_reading(body, sentences, languages):
        language, sentence = languages[i], sentences[i]
        stop = min(sentence.stop, sentence.start + _LONGEST)
        for pattern, introduces, reason in (
            (lexicon(language).anonymity, False, False),
            (CHANGED[language], False, False),
            (INTRODUCES[language], True, False),
            (REASON[language], False, True),
        ):
            for match in pattern.finditer(body, sentence.start, stop):
                changes = introduces or (not reason and _NOT_REAL.search(match.group()) is not None)
                found.append(Signal(*match.span(), introduces, reason, changes))
    return tuple(found)


_LONGEST: Final = 4_000
_NOT_REAL: Final = re.compile(
    r"chang|alter|replac|\breal\b|\btrue\b|actual|pseudonym|alias|assumed|invented|fictitious|false|different|another\sname"
    r"|измен|замен|смен|помен|меня|вымышл|псевдоним|настоящ|подлинн|друг(?:ое|ая|ие)|чуж|иначе|придум|условн"
    r"|змін|замін|помін|вигадан|справжн|інш|інакше|умовн", re.I
)  # fmt: skip


def _worth_reading(body: str, sentences: tuple[Span, ...], languages: tuple[str, ...]) -> list[int]:
    """Sentences that hold a stem."""
    hits: set[int] = set()
    for language in set(languages):
        for stem in _STEMS[language]:
            at = body.find(stem)
            while at >= 0:
                i = max(0, bisect.bisect_right(sentences, at, key=lambda s: s.start) - 1)
                hits.add(i)
                at = body.find(stem, max(at + len(stem), sentences[i].stop - len(stem)))
    return sorted(hits)


def sentence_of(page: Page, signal: Signal) -> Span:
    """The sentence that holds a signal."""
    return page.sentences[page.sentence_at(signal.start)]


__all__ = ["CHANGED", "INTRODUCES", "REASON", "Signal", "sentence_of", "signals_of"]
