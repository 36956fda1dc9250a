"""The English phrases by which a text says that somebody's name is not given; see ``signals``.

By kind: what was done with a name, what was asked or promised, what somebody would not give, on what terms
he speaks, what stands for his name. The trade has some hundreds of wordings; the tests list them
(``tests/read/shields_en.txt``).
"""

from __future__ import annotations

import re
from typing import Final

from muster.read.protection.signals_parts_en import FEW, HIDDEN_EN, HIS, MORE, NAME_EN, SIDEWAYS, SOME
from muster.text.anycase import AnyCase

CHANGED: Final = AnyCase(
    r"\b(?:"
    rf"(?:all\s)?(?:the\s)?{NAME_EN}\s(?:(?:of|marked|followed|given|appearing)\s[^.,;()\n]{{1,60}}?\s)?(?:has|have|had|was|were|is|are"
    rf"|being|will)\s"
    rf"(?:all\s|both\s|here\s|also\s)?(?:be\s|been\s|being\s)?{HIDDEN_EN}"
    r"|(?:sur)?names?\s(?:\w+\s)?(?:changed|altered|withheld|omitted|redacted)"
    rf"|(?:changed|altered|withheld|withholds?|concealed|disguised|withholding|changing"
    rf"|omitted)\s{HIS}\s{FEW}"
    r"(?:names?|identit(?:y|ies))(?!\s(?:to|from|after|in\s\d|by\sdeed))"
    r"|not\s(?:his|her|their|the)\s(?:\w+['’]s\s)?real\s(?:sur)?names?"
    r"|real\snames?\s(?:(?:is|are|was|were|has|have)\s)?(?:not\s|been\s)?(?:withheld|known|changed)"
    rf"|(?:ask|wish|want|request|prefer|insist|demand|beg|choos|chose|agree|request)(?:e?d|s"
    rf"|ing)?\s{FEW}(?:not|never)\s"
    r"(?:to\s)?(?:(?:be|have\sbeen)\s(?:\w+\s)?(?:named|identified|quoted\sby\sname)"
    rf"|(?:use|publish|give|print|mention|reveal|disclose|name|identify|have)\s(?:{HIS}\s|him\b|her\b"
    rf"|them\b)"
    rf"(?:{FEW}(?:sur)?(?:names?|identit(?:y|ies)|rank|position|unit))?)"
    rf"|(?:not|\w{{2,6}}n['’]t|never)\s(?:wish|want|like|consent|agree|care|choose|dare)(?:ed|s"
    rf"|ing)?\s(?:for\s)?{HIS}\s{FEW}(?:names?|identit(?:y|ies))"
    rf"|(?:ask|request|insist|demand)(?:ed|s|ing)?\s(?:us\s)?that\s{HIS}\s{FEW}(?:names?|identit(?:y"
    rf"|ies))"
    rf"|(?:ask|wish|want|prefer|request|hop|choos|chose|opt|desir|decid)(?:e?d|s|ing)?\s{FEW}(?:to\s)?"
    r"(?:stay|remain|be|speak\sas|be\skept)\s(?:anonymous|unnamed|nameless|unidentified|incognito)"
    r"|(?:declined|refused|unwilling|reluctant|afraid|too\sfrightened)\sto\s(?:be\s(?:\w+\s)?(?:named"
    r"|identified|quoted\sby\sname)"
    rf"|(?:give|state|reveal|disclose|say|provide|share)\s{HIS}\s(?:\w+\s)?(?:names?|identity))"
    r"|(?:can|may|could|must|will|would|should|did|does|do|is|are)(?:\s?not"
    r"|n['’]t)\s(?:(?:want|wish|like|care|agree|consent)\s)?(?:to\s)?"
    rf"(?:(?:give|have|reveal|disclose|state)\s(?:you\s|us\s)?(?:my|{HIS})\s(?:\w+\s)?(?:names?|identity)|be\s(?:named"
    rf"|identified))"
    r"|(?:not|without)\s(?:naming|identifying|revealing|disclosing|giving|using|publishing)\s"
    rf"(?:him|her|them|{HIS}\s{FEW}(?:names?|identity))(?!\w)"
    rf"|{NAME_EN}(?:\sand\s(?:\w+\s){{0,2}}?\w+|,\s\w+(?:\sand\s\w+)?)\s(?:has\sbeen\s|have\sbeen\s"
    rf"|were\s|are\s|was\s|is\s)?"
    r"(?:changed|altered|withheld|disguised|concealed|omitted|redacted|removed)"
    rf"|{NAME_EN}\s(?:not|n['’]t|never)\s(?:to\s)?(?:appear|be\s(?:used|given|printed|published"
    rf"|known)|come\sout|go\s)"
    rf"|(?:ask|want|request|insist)(?:ed|s|ing)?\s(?:us\s)?(?:for"
    rf"|that)\s{HIS}\s{FEW}(?:sur)?(?:names?|identity)"
    r"|(?:identifying|personal|biographical)\s(?:details|information|data"
    r"|features)\s(?:\w+\s){0,4}?(?:changed|removed|withheld|omitted|altered|redacted)"
    r"|(?:pseud|an)onymi[sz]ed|(?:protected|secret|anonymous|masked|veiled)\switness(?:es)?|(?:under"
    r"|in)\switness\sprotection"
    r"|(?:stay|remain|keep|be)(?:s|ed|ing)?\s(?:\w+\s)?(?:anonymous|nameless|unnamed|incognito)"
    r"|prefer(?:s|red|ring)?\sanonymity"
    r"|(?:identif(?:y|ies|ied|ying)|named|known|referred\sto|designated|listed|described)\s(?:\w+\s){0,5}?(?:only"
    r"|simply|just)\s(?:as|by)"
    r"|(?:instead|in\splace)\sof\s(?:real\s|his\s|her\s|their\s|the\s)?names?|(?:letters?|numbers?"
    r"|codes?|initials?|pseudonyms?)\s(?:are\sused\s|stands?\s)?(?:instead|in\splace"
    r"|for)\s(?:of\s)?(?:\w+\s)?names?"
    rf"|(?:ask|want|wish|request|beg)(?:e?d|s|ing)?\s{FEW}to\s(?:hide|keep|change|withhold|conceal"
    rf"|remove|omit|leave\sout|protect|disguise)"
    rf"\s(?:{HIS}\s)?{FEW}(?:sur)?(?:names?|identit(?:y|ies)|face)"
    r"|details\s(?:[\w'’-]+\s){0,6}?(?:has|have|were|are|was)\s(?:been\s)?(?:\w+\s)?(?:changed"
    r"|altered|omitted|withheld|removed)"
    r"|(?:ask|want|wish|prefer|choos|chose)(?:e?d|s|ing|rs)?\sto\sgo\sby"
    r"|no\snames(?=[\s,.;:)!—–-]|\Z)|(?:wo|ca)n['’]t\s(?:say|tell\syou)\s(?:who|his\sname|her\sname"
    r"|which)|(?:will|can|could)\s?not\ssay\s(?:who|his\sname|her\sname)"
    r"|(?:is|are|was|were|has|have)\s?(?:not|n['’]t)\s(?:being\s|been\s)?(?:named|identified)(?!\s(?:in|as|after|for|by)\s)"
    r"|(?:the\s)?court\s(?:\w+\s){0,4}?(?:withheld|suppressed)|name\s(?:is\s|was\s)?suppressed"
    rf"|(?:hid|hide|hides|hiding|cover(?:ed|s|ing)?|kept)\s{HIS}\s(?:face|name|identity)"
    r"|(?:agree|promis)(?:e?d|es?|ing)\s(?:\w+\s){0,2}?not\sto\s(?:name|identify|use|publish|print"
    r"|reveal)(?!\w)"
    rf"|(?:we|I|this\s\w{{1,14}}|the\s(?:editors?|paper|newspaper|post))\s(?:\w+\s)?(?:(?:are|am|is"
    rf"|will|do|does|can|shall|have|has)\s?(?:not|n['’]t)|won['’]t"
    r"|cannot|can['’]t|never)\s(?:\w+\s)?(?:nam(?:e|ing)|identify(?:ing)?|us(?:e|ing)|publish(?:ing)?"
    r"|print(?:ing)?|giv(?:e|ing)|disclos(?:e|ing)|reveal(?:ing)?)"
    rf"\s(?:him|her|them|{HIS}\s{FEW}(?:sur)?(?:names?|identit(?:y|ies)))"
    rf"|(?:sur|first\s|last\s|full\s|real\s)?names?\s(?:that\s|which\s)?(?:I|we)\s(?:will|shall|do|can"
    rf"|am|are)?(?:\snot|n['’]t|wo['’]t|won['’]t|cannot|can['’]t|\s(?:\w+\s)?withh\w+)"
    rf"|(?:only\s)?{HIS}\s(?:first|given|middle)\snames?\s(?:only|(?:is|are|be)\s(?:used|given"
    rf"|published|printed))"
    rf"|(?:gave|gives|giving|give|provided)\s{HIS}\s(?:first\s|given\s)?names?\s(?:only\s|just\s"
    rf"|simply\s)?as|introduced\s(?:him|her)self\s(?:only|just|simply)\s(?:as|by)"
    r"|(?:(?:is|was)\snot|isn['’]t|wasn['’]t)\s(?:\w+\s)?(?:his|her|their|the)\s(?:real|actual|true"
    r"|own)\s(?:sur)?names?|not\sreal\snames?"
    rf"|{HIS}\s(?:real|actual|true)\s(?:sur)?names?\s(?:\w+\s){{0,3}}?(?:different|another"
    rf"|something\selse|not\s)"
    r"|(?:the\s)?(?:editors?|newsroom|newspaper|paper|we|I|author)\s(?:know|knows|have|has)\s(?:his"
    r"|her|their|both|the)\s(?:real\s|full\s)?(?:names?|identit(?:y|ies))"
    rf"|(?:(?:without|keep|kept|leave|left)\s{HIS}\s{FEW}names?(?:\sout|\s(?:being\s)?(?:used"
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
    rf"|by\s{HIS}\s(?:first\s|last\s|given\s|sur)?(?:names?|initials?|letters?|number|code"
    rf"|call[\s-]sign)\s(?:only|alone)"
    r"|(?:identif(?:ied|ies|y)|named|called|referred\sto|appear(?:s|ed)?|quoted|listed|given"
    r"|designated|denoted|marked)\s"
    rf"(?:\w+\s){{0,3}}?(?:by|as|under|with)\s(?:only\s|just\s)?{FEW}(?:initials?|letters?"
    rf"|pseudonyms?|aliases"
    r"|(?:code|assumed|changed|false|invented|fictitious|other)\s?names?|codes|numbers?\sonly"
    r"|first\snames?)"
    r"|(?:under|using|with|is|by|are)\s(?:a|an|the|his|her|their)?\s?(?:pseudonyms?|assumed\snames?"
    r"|aliases|alias)"
    r"|(?:(?:used|use|using|giv(?:e|es|en|ing)|gave|go(?:es|ing)?\sby|went\sby)\sonly\s(?:by\s)?"
    r"|only\s(?:used|use|gave|give)\s)"
    rf"(?:{HIS}\s)?(?:first|given|middle)\snames?"
    r"|(?:first|last)\snames?\sonly"
    r"|(?:speak|spoke|speaking|talk|talked|testif\w{1,4}|quoted)\s(?:\w+\s){0,3}?(?:on\sbackground"
    r"|off\sthe\srecord|not\sfor\sattribution"
    r"|behind\s(?:a|the|frosted)\s(?:screen|curtain|glass))"
    # "Whose name we have changed", "that we leave out his street and his name".
    r"|(?:sur)?names?\s(?:that\s|which\s)?(?:I|we)(?:['’]ve|\shave|\shad)\s(?:\w+\s)?(?:changed|altered"
    r"|withheld|omitted|left\sout|disguised|concealed|replaced)"
    rf"|(?:ask|request|promis|agree|insist|demand|want|wish|pledg|undert|beg|swor|swear)\w{{0,4}}\s{SOME}"
    r"(?:chang|alter|withhold|omit|conceal|disguis|leav|keep|hid|remov|suppress)(?:e|es|ed|ing)?\s"
    rf"(?:out\s|back\s|secret\s)?(?:his|her|their|all|any)\s{SOME}(?:sur)?(?:names?|identit(?:y|ies))"
    r"|(?:we|I|this\s\w{1,14})\s(?:have\s|had\s|are\s|am\s|is\s|shall\s|will\s)?(?:chang(?:e|ed|ing)"
    r"|withh(?:old|eld|olding)|omit(?:s|ted|ting)?|le(?:ave|ft|aving)\sout|conceal(?:ed|ing)?)"
    rf"\s(?:his|her|their|all|the)\s{FEW}(?:sur)?(?:names?|identit(?:y|ies))"
    r"|(?:nothing|no\sdetail|anything)\s(?:[\w'’-]+\s){0,5}?(?:could|can|would|might|may|should|will)\s"
    r"(?:lead\s(?:back\s)?to|identify|point\sto|betray|expose|be\straced|give)\s(?:him|her|them|away)"
    r"|(?:nobody|no\sone|not|never|cannot|can['’]t)\s(?:\w+\s){0,2}?(?:be\srecogni[sz]ed"
    r"|recogni[sz]e\s(?:him|her|them))"
    r"|whom\s(?:[\w'’-]+\s){0,5}?(?:is|are|am|do|does|will|has|have)\s?(?:not|n['’]t)\s(?:been\s)?(?:nam(?:e|ing|ed)|identify(?:ing)?|identified)"
    r"|whom\s(?:[\w'’-]+\s){0,5}?(?:we|I|this\s\w{1,14})\s(?:(?:do|will|can|shall|did|are|am)\s?(?:not"
    r"|n['’]t)|cannot|won['’]t)\s(?:nam(?:e|ing)|identify(?:ing)?)"
    r"|(?:I|we)\s?(?:won['’]t|(?:will|shall|can|do|must|dare)\snot|cannot|can['’]t|['’]d\srather\snot"
    r"|would\srather\snot|mustn['’]t|am\snot\s(?:going\sto|allowed\sto))\s(?:say|tell|name|give|reveal)"
    r"\s(?:you\s|us\s)?(?:who\b|whose|him\b|her\b|them\b|(?:his|her|their)\s(?:\w+\s)?names?"
    r"|(?:on\s|in\s)?(?:which|what)\s\w+\s(?:he|she|they)|where\s(?:he|she|they)\s(?:live|work|serve|stay|hide|is|are))"
    r"|(?:faces?|voices?)\s(?:was|were|is|are|has\sbeen|have\sbeen|had\sbeen)\s(?:blurred|distorted"
    r"|disguised|altered|obscured"
    r"|hidden|changed|pixelated)|" + SIDEWAYS + "|" + MORE + r")(?!\w)",
)
# Of those the ones that are about everybody whom a text names by one name alone.
WHOLE: Final = re.compile(
    r"pseudonyms?\s(?:are|were|have\sbeen)|(?:chang|alter|withh|omit|disguis|conceal|replac)\w{1,6}\s(?:all\s)?(?:of\s)?their\s(?:\w+\s)?(?:sur)?names"
    r"|(?:sur)?names\sof\s(?:\w+\s){0,2}?(?:those|people|everyone|everybody|interviewees|speakers|sources)"
    r"|(?:interviewees|sources|witnesses|soldiers|people|men|women|names|prisoners|everyone|everybody|all|those"
    r"|servicemen|survivors|residents),?\s(?:\w+\s){0,6}?(?:identif|referred|named|appear|quoted|called)|no[\s-]?(?:one|body)\s(?!(?:\w+\s){0,2}call)"
    r"|(?:we|(?:the\s)?(?-i:[A-Z])\w+(?:\s(?-i:[A-Z])\w+)?)\s(?:is\s|are\s|will\s|only\s|have\s|has\s)?(?:us(?:e|es|ed|ing)|identif(?:y|ies|ying)|nam(?:e|es|ing))\s(?:\w+\s){0,4}?"
    r"(?:pseudonyms|first\snames|initials)|(?:identif\w+|us(?:es?|ing))\s(?:\w+\s){0,4}?by\stheir\sfirst\snames?",
    re.I,
)
# Things have names, and bodies change their own: "the village's name was changed", "changed its name",
# "the bodies have not been identified". Whoever is hidden is no thing.
_THING: Final = (
    r"(?:villages?|towns?|cit(?:y|ies)|streets?|roads?|squares?|parks?|districts?|regions?|countr(?:y|ies)|rivers?|islands?"
    r"|schools?|universit(?:y|ies)|colleges?|shops?|stores?|hotels?|restaurants?|caf[eé]s?|compan(?:y|ies)|firms?|banks?|brands?"
    r"|products?|ships?|vessels?|boats?|part(?:y|ies)|clubs?|teams?|operations?|laws?|bills?|months?|drugs?|medicines?|songs?"
    r"|books?|films?|stations?|airports?|stadiums?)"
)
OF_THINGS: Final = AnyCase(
    rf"(?:\bits\s(?:\w+\s)?names?|\bnames?\sof\s(?:the|a|an|its|this|that|their|some|many|\d+)\s(?:[\w-]+\s){{0,2}}?{_THING}"
    rf"|\b{_THING}['’]s?\s(?:\w+\s)?names?|\b(?:bodies|remains|corpses|wreckage|weapons?|vehicles?|drones?)\s(?:\w+\s)?"
    r"(?:has|have|had|was|were|could|can)\s?(?:not|n['’]t)\s(?:yet\s|been\s|be\s){0,2}(?:identified|named))(?!\w)",
)

INTRODUCES: Final = AnyCase(
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
    r"|(?:under|using|used|uses|by|chose|with)\s(?:the|a)\s(?:pseudonym|assumed\sname|alias|name)(?:\sof)?"
    r"|(?:goes|went|going|go)\s(?:only\s)?by(?:\sthe\s(?:nick)?name)?(?:\sof)?(?=\s[\"“'‘]?(?-i:[A-Z]))"
    r"|the\s(?:pseudonym|alias|assumed\sname)(?:\sof)?(?=\s[\"“'‘]?(?-i:[A-Z]))"
    r"|(?:gave|gives|giving)\s(?:his|her|their)\sname\s(?:only\s|simply\s|just\s)?as(?=\s[\"“'‘]?(?-i:[A-Z]))"
    r"|(?:is|are)\scalled(?=\s[\"“'‘]?(?-i:[A-Z])\w{1,20}[\"”'’]?\s(?:here|in\sthis))"
    r"|call\s(?:him|her|me|them)(?=\s[\"“'‘]?(?-i:[A-Z]))"
    r")(?=\s)",
)

REASON: Final = AnyCase(
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
    r"|(?:fear(?:s|ed|ing)?|afraid|scared|worried|frightened|terrified)\s(?:of\s)?(?:being|becoming|losing|that|to\sbe)"
    r"|(?:speak|spoke|speaking|talk|talked|talking)\s(?:\w+\s){0,2}?without\s(?:\w+\s)?(?:authori[sz]ation|permission|clearance)"
    r"|no\s(?:permission|authority|authori[sz]ation|clearance|right)\sto\s(?:speak|talk|comment|brief)"
    r"|(?:could|would|might|may|can)\s(?:\w+\s)?(?:face|be|lose|go)\s(?:\w+\s){0,3}?(?:for|if|over)\s(?:\w+\s){0,2}?(?:speaking|talking|spoke|talked|spoken|identified|named)"
    r"|(?:risk(?:s|ed|ing)?|faces?|facing)\s(?:\w+\s){0,4}?for\s(?:speaking|talking)"
    r"|(?:because|given|due\sto|owing\sto)\s(?:of\s)?(?:the\s|their\s|his\s|her\s)?(?:sensitiv|delica|precarious|ongoing|danger|risk)\w*"
    r"|(?:concern(?:s|ed)|worr(?:y|ies|ied))\s(?:\w+\s)?(?:for|about)\s(?:his|her|their|possible)"
    r"|for\sobvious\sreasons|for\sreasons\s(?:that\s)?(?:you|anyone|everyone)"
    r"|(?:given|because\sof|due\sto|citing)\sthe\ssensitivity|to\sdiscuss\s(?:confidential|sensitive"
    r"|private|internal|classified|operational)"
    r")",
)

# Each of them holds one of these, in small letters; a reason alone one of the others. News is full of
# fear and security: there only the reasons are looked for.
STEMS: Final = (
    "name", "dentit", "dentif", "nonym", "seudonym", "alias", "call h", "call m", "call t", "we call",
    "i call", "incognito", "background", "the record", "attribution", "codes", "a screen", "a curtain",
    "frosted", "his face", "her face", "their face", "mask", "balaclava", "details", "say who",
    "tell you who", "whom", "gave no", "his unit", "not what", "nameless", "we know who", "it out",
    "in this story", "back to", "silhouette", "traced", "goes by", "went by", "go by", "going by", "who he",
    "who she", "who they", "suppress", "confiden", "betray", "lead back", "lead to", "give him", "give her",
    "him away", "her away", "she chose", "he chose", "me out of", "him out of", "her out of", "them out of",
    "us out of", "known to", "known as", "known only", "known here", "known by", "known simply",
    "his position", "her position", "their position", "his rank", "her rank", "their rank", "his post",
    "her post", "neither his", "neither her", "neither their", "in shadow", "the shadow", "in the dark",
    "d witness", "t witness", "s witness", "witness protection", "his voice", "her voice", "voices",
    "voice was", "voice has", "numbers in", "numbers for", "numbers only", "numbers stand", "introduc",
    "quoted by", "be quoted", "quoted only", "refer to", "referred", "be called", "is called", "are called",
    "called here", "called him", "called her", "are calling", "am calling", "his request", "her request",
    "their request", "'s request", "’s request", "not disclos", "n't disclos", "without disclos",
    "be disclos", "not reveal", "n't reveal", "to reveal", "be reveal", "revealing", "be recogni",
    "not recogni", "recognize h", "recognise h", "one recogni", "body recogni", "could recogni", "letters",
    "a letter", "first letter", "t say w", "t say h", "t tell", "initials", "the initial", "i won't",
    "we won't", "i won’t", "we won’t", "faces", "face was", "face is", "face blur", "face cov", "face hid",
    "nickname", "username", "papers or", "her unit", "their unit", "his village", "her village", "not being",
    "article does not", "not say in", "not say which", "not say where", "not say what",
    "belong to", "belongs to", "shall say", "shall call", "remember nothing", "to forget", "these pages",
    "this story", "this article", "this piece", "called her that", "called him that", "calls her that",
    "calls him that", "called them that", "on this page", "ever be", "names of", "names from",
    "after tree", "after bird", "after river", "after flower", "do not desc", "don't desc",
    "not describe", "not describ", "not saying", "not telling", "not naming", "neither of us",
    "none of us", "never took place", "never happened", "not take place", "go on doing", "keep doing",
    "to keep h", "to keep their", "keep working", "using even", "use even", "name out of", "names out of",
    "our purposes", "stay alive",
    "stays with",
    "to be in a", "to be in the", "to be in an", "to appear in", "to be on ", "to appear on", "to end up in",
)  # fmt: skip
REASON_STEMS: Final = (
    "uthori", "cleared", "allowed", "permi", "fear", "afraid", "safety", "security", "protect", "sensitiv",
    "confidential", "reprisal", "obvious", "reasons", "scared", "worried", "terrified", "frightened",
    "risk", "danger", "concern", "worries", "delica", "precarious", "clearance", "for speaking",
    "for talking", "if identified", "ongoing", "entitled", "supposed", "empowered", "could face",
    "may face", "would face", "might face",
)  # fmt: skip

__all__ = ["CHANGED", "INTRODUCES", "OF_THINGS", "REASON", "REASON_STEMS", "STEMS", "WHOLE"]
