"""The English phrases by which a text says that somebody's name is not given; see ``signals``.

By kind: what was done with a name, what was asked or promised, what somebody would not give, on what terms
he speaks, what stands for his name. The trade has some hundreds of wordings; the tests list them
(``tests/read/shields_en.txt``).
"""

from __future__ import annotations

import re
from typing import Final

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
# Whatever somebody may keep to himself.
_ID: Final = r"(?:(?:sur|fore)?names?|identit(?:y|ies)|initials)"
_KINDS: Final = r"(?:(?:sur|first|last|full|real|true|own|family|given|proper|middle|actual)[\s-]?){0,2}"
_NO: Final = r"(?:not|\w{2,6}n['’]t|never|cannot)"
# Whoever prints a text: "we", "this newspaper", "the Northpost".
_PAPER: Final = (
    r"(?:we|I|this\s\w{1,16}|(?:[Tt]he\s)?(?-i:[A-Z])[\w.’']{1,24}(?:\s(?-i:[A-Z])[\w.]{1,20}){0,2})"
)
_CONCEALS: Final = (
    r"(?:withh[eo]ld|conceal|chang|alter|omitt?|protect|disguis|mask|leav|left|keep|kept|hid)\w{0,4}"
)

_TELLING: Final = (
    r"(?:(?:sur|first\s|last\s|full\s|real\s)?names?|identity|rank|post|position|unit|job|employer|workplace|village|town|voice|face|school"
    r"|address|street|age)"
)
_TOLD: Final = (
    r"(?:mentioned|printed|published|named|used|given|disclosed|shown|revealed|known|described|stated|recorded"
    r"|noted)"
)

_IT_WAS: Final = r"(?:meeting|conversation|talk|walk|call|coffee|drink|lunch|dinner|chat|interview|encounter)"
# Said sideways: what a writer with a light hand does instead of "on condition of anonymity".
_SIDEWAYS: Final = (
    # "Her identity is covered by an order", "pitched down at her request", "this article does not say where".
    r"identit(?:y|ies)\s(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:\w+\s)?(?:covered|sealed|shielded|guarded|safeguarded)"
    r"|(?:pitched|lowered|raised|slowed|altered|distorted|changed|disguised|blurred)\s(?:[\w-]+\s){0,5}?at\s(?:his|her|their)\srequest"
    r"|(?:article|text|report|page|paper|story|note|account|we|I)\s(?:does|do|will|shall|can|are|is|am)\s?not\s(?:going\sto\s)?(?:say|tell)(?:ing)?"
    r"\s(?:in\s|on\s|for\s|from\s|at\s)?(?:which|what|whose|where)"
    r"|(?:names?|trades?|ages?|streets?|towns?|jobs?|details|villages?|faces?)\sbelongs?\sto\s(?:some(?:body|one)|another|other|nobody)"
    r"|or\s(?:so\s)?(?:we|I)\sshall\s(?:say|call)\s(?:so|him|her|them|it)"
    r"|asked\s(?:us\s|me\s)?to\s(?:remember\snothing|forget\s(?:his|her|their|the)\s(?:names?|faces?|voices?))|"
    # "She is Vera in these pages", "is not what anybody calls him".
    r"(?:is|are|will\sbe|becomes?)\s(?-i:[A-Z])\w{1,20}\s(?:in\sthese\spages|in\sthis\s(?:stor\w+|article|text|piece|report|account)|for\sour\spurposes)"
    r"|(?:nobody|no[\s-]one)\s(?:has\sever\s|ever\s|else\s|really\s)?call(?:ed|s)\s(?:him|her|them)\s(?:that|so)"
    r"|not\swhat\s(?:\w+\s){0,3}?(?:calls?|called)\s(?:him|her|them|himself|herself)"
    r"|(?:all\s(?:he|she|they)(?:['’]ll|\swill)\s(?:ever\s)?be\s(?:on\sthis\spage|here|in\s(?:this|these)\s\w+))"
    # "Appear under the names of trees".
    r"|(?:appear|speak|figure|go|are\squoted|are\snamed|are\scalled)s?\s(?:here\s)?(?:under|by|after|with)\s(?:the\s)?(?:borrowed\s)?names\s(?:of|from|taken)"
    r"|(?:are|is|been)\s(?:here\s)?(?:called|named)\safter\s(?:trees|birds|rivers|flowers|fish|months|stones|colou?rs|stars|towns|saints)"
    # "Wrote to us by a route we do not describe".
    r"|(?:route|way|channel|road|means|hands|person|messenger|intermediary)\s(?:which\s|that\s|whom\s)?(?:we|I|this\s\w{1,14})\s(?:do|will|shall|can|are|am)\s?"
    r"(?:not|n['’]t)\s(?:going\sto\s|to\s)?(?:describ|nam|disclos|reveal|identif|explain|discuss|mention)\w{0,4}"
    # "I'm not saying which crew".
    r"|(?:['’]m|am|['’]re|are)\snot\s(?:going\sto\s)?(?:say|tell|nam|giv|writ)\w{0,5}\s(?:you\s)?(?:which|who|whose|what)"
    r"|(?:won['’]t|will\snot|shall\snot|do\snot|don['’]t|cannot|can['’]t)\s(?:say|tell|write|set\sdown)\s(?:\w+\s)?(?:which|who(?:se)?)\s\w+"
    # A talk that is said never to have been.
    rf"|{_IT_WAS}\s(?:which|that)\s(?:(?:neither|none)\sof\sus\s(?:took|had|made|held|attended|remembers?|recalls?)|never\s(?:took\splace|happened)|did\s(?:not|n['’]t)\s(?:take\splace|happen))"
    # What he wants to keep.
    r"|(?:would|['’]d)\s(?:very\smuch\s)?(?:like|prefer)\sto\s(?:keep|go\son|carry\son|hold\son\sto|stay)\s(?:doing\s(?:so|it|that)|working|living|(?:his|her|their)\s(?:job|post|place|licence|license|pension|life|head|rank|desk)|alive|in\s(?:work|the\sjob|his\sjob|her\sjob))"
    # "Asked me to stop using even the initial", "you will not get the name out of me".
    r"|ask(?:ed|s)?\s(?:me|us)\s(?:not\sto\suse|to\sstop\s(?:using|writing|giving))\seven\s(?:the|his|her|their)"
    r"|(?:get|have|hear|learn)\s(?:the|that|his|her|any)\snames?\s(?:out\sof|from)\s(?:me|us)|(?:the|that|his|her)\snames?\sstays?\s(?:with|between)\s(?:me|us|him|her)"
)
# "All names and surnames in this story have been changed"; streets have names too.
_OF_US: Final = (
    r"(?:story|stories|article|text|report|piece|chapter|account|people|those|everyone|interviewees|speakers|witnesses"
    r"|women|men|soldiers|prisoners|families|survivors|respondents)"
)
_MORE: Final = (
    rf"(?:all\s)?(?:sur|family\s|last\s)?names\s(?:and\s(?:sur|family\s|last\s)?names\s)?(?:of|in|for)\s(?:\w+\s){{0,3}}?{_OF_US}\s"
    r"(?:[\w'’]+\s){0,6}?(?:are|were|have\sbeen)\s(?:all\s)?(?:changed|invented|altered|replaced|fictitious|made\sup|not\sreal|pseudonyms)|"
    # "Does not wish to appear under her own name", "refused to show his papers or say his name".
    r"(?:not|n['’]t|never)\s(?:wish|want|like|care|dare|consent)\w{0,3}\sto\s(?:appear|stand|speak|be\s(?:quoted|seen|heard))\s(?:here\s)?(?:under|by|with|in)\s"
    r"(?:his|her|their)\s(?:\w+\s)?names?"
    r"|(?:not|n['’]t|never)\s(?:wish|want|like|care|dare|consent)\w{0,3}\sto\s(?:be|appear|stand|end\sup)\s(?:in|on)\s(?:any\s|the\s|an?\s|this\s|our\s)?"
    r"(?:\w+\s)?(?:(?:news)?papers?|print|articles?|stor(?:y|ies)|reports?|pictures?|photographs?|film|videos?|camera|television|radio|internet|record)\b"
    r"|(?:refus|declin)\w{1,3}\sto\s(?:[\w'’]+\s){0,5}?(?:say|give|tell|state|spell)\s(?:us\s)?(?:his|her|their|a|any)\s(?:\w+\s)?names?"
    r"|(?:chang|alter|withh|omit|conceal|disguis|leav|keep|hid|remov|blur)(?:e|ing|old|olding)?\s(?:out\s)?(?:his|her|their)\s(?:nickname|handle|username|avatar|number|account)s?"
    r"|(?:let|allow|permit|lets|allows|permits)\s(?:us|me|anyone|anybody)\s(?:to\s)?(?:use|print|write|publish|give|say)\s(?:his|her|their)\s(?:\w+\s)?names?"
    r"|(?:unnamed|anonymous|unidentified|nameless)\s(?:in\sthis|here\b|throughout)"
    r"|(?:sur)?names?\s(?:\w+\s){0,2}?(?:with\sthe\s(?:editors?|newsroom|court|lawyers?)|has\sto\sstay\sout|stays?\ssecret|remains?\ssecret)"
    r"|(?:known|identified|referred\sto|named)\s(?:\w+\s){0,4}?(?:only\s)?(?:as|by)\s(?:the\s(?:letters?|initials?)\s)?(?-i:[A-Z])\.(?:\s?(?-i:[A-Z])\.)?(?=[\s,;)])"
    # Terms: "on condition his name not be used", "provided that she was not identified".
    rf"|(?:on|under)\s(?:the\s)?(?:\w+\s)?conditions?\s(?:that\s)?(?:{_HIS}|no|only|neither|nothing)\s(?:\w+\s){{0,5}}?"
    rf"(?:{_ID}|identif\w+|named)"
    rf"|(?:provided|providing|so\slong\sas|as\slong\sas|if|unless|once|after|because)\s(?:that\s)?(?:\w+\s){{1,6}}?(?:not|never|n['’]t)\s"
    rf"(?:to\s)?(?:be\s)?(?:named?|naming|identif\w+|us(?:e|ed|ing)\s(?:his|her|their)\s{_FEW}{_ID}|reveal\w*|disclos\w*)"
    r"|(?:seek|sought|seeking|insist\w{0,3}\son|demand\w{0,3}|requir\w{1,3}|under|with)\s(?:\w+\s){0,2}?anonymity"
    r"|anonymity\s(?:was|is|has\sbeen)\s(?:\w+\s)?(?:granted|given|promised|guaranteed)"
    r"|(?:said|told\s\w+|admitted|spoke|commented|talking|confirmed|acknowledged|conceded)\s(?:only\s|both\s)?"
    r"(?:off\s(?:the\s)?record|on\s(?:deep\s)?background|not\sfor\sattribution|anonymously|in\sconfidence)"
    # What somebody would not give or say.
    rf"|(?:(?:would|did|do|does|could|can|will|should|may|might)\s?(?:not|n['’]t|only|just)|declin\w{{1,3}}|refus\w{{1,3}}|prefer\w{{0,4}}\snot"
    rf"|unwilling|reluctant|asked\snot|afraid|too\s\w+|wary\sof|without)\s(?:to\s)?(?:\w+\s){{0,2}}?(?:to\s)?"
    rf"(?:giv\w{{1,4}}|gave|shar\w{{1,3}}|provid\w{{1,3}}|stat\w{{1,3}}|reveal\w{{0,3}}|disclos\w{{1,3}}|us\w{{1,3}}|offer\w{{0,3}}|volunteer\w{{0,3}}|publish\w{{0,3}})\s"
    rf"(?:us\s)?(?:{_HIS}\s|any\s|full\s|only\s){{0,2}}(?:\w+\s)?{_KINDS}{_ID}(?!\s(?:of|to|from|for)\s)"
    r"|(?:would|did|could|will)\s?(?:not|n['’]t)\s(?:say\swho\s(?:he|she|they)\s(?:was|were|is|are)"
    r"|(?:identify|introduce|name)\s(?:him|her|them)sel(?:f|ves))"
    r"|(?:refused|declined|unwilling|failed)\sto\s(?:identify|introduce|name)\s(?:him|her|them)sel(?:f|ves)"
    r"|identif(?:ied|ies|ying)\s(?:him|her|them)sel(?:f|ves)\sonly\s(?:as|by)"
    rf"|(?:gave|gives|giving|give|left|with|has|had)\sno\s(?:other\s)?{_KINDS}names?"
    rf"|(?:no|without\s(?:a|any))\s(?:sur|last\s|family\s|full\s)names?|{_KINDS}names?\s(?:was|were|is|are)?\s?not\s(?:being\s)?"
    r"(?:given|provided|supplied|printed|published|used|disclosed|available)"
    r"|prefer(?:s|red|ring)?\s(?:not\sto\s(?:be\s(?:named|identified)|say\swho)|to\s(?:stay|remain|be)\s(?:anonymous|unnamed))"
    rf"|(?:asked|asking|asks|wants|wanted|requested|requesting|chose|preferred|wished|insisted)\s{_FEW}(?:to\s|we\s|us\s|that\s)"
    rf"{_FEW}(?:use|be|using|print|publish)\s(?:\w+\s){{0,3}}?(?:pseudonyms?|first\snames?|given\snames?|initials?|(?:a|an)other\snames?)"
    rf"|(?:we|{_PAPER})\s(?:to\s)?(?:use|print|publish|give)\s(?:only|just)\s(?:his|her|their)\s(?:first|given|middle)\snames?"
    r"|(?:no[\s-]?(?:one|body)|none|neither|few)\s(?:of\s(?:the\s|them|those\s|us)?\w*\s?|in\s(?:the\s)?\w+\s){0,2}"
    r"(?:would|wanted|wants|wished|agreed|dared?|was|were|is|are|will|could|can)\s(?:\w+\s){0,2}?(?:to\s)?"
    r"(?:(?:be|being)\s(?:named|identified|quoted\sby\sname)|giv(?:e|ing)\s(?:(?:his|her|their|a|any)\s)?(?:\w+\s)?(?:sur)?names?)"
    # What whoever prints it does with a name.
    rf"|(?:{_KINDS}{_ID})\s(?:(?:that|which)\s)?{_PAPER}\s(?:is|are|am|has|have|had|will|do|does|can|chose|agreed|decided)\s?(?:not|n['’]t)?\s?"
    r"(?:to\s)?(?:been\s)?(?:withh|conceal|publish|print|us(?:e|ing)|disclos|reveal|chang|keep|giv|nam)\w{0,6}"
    rf"|{_PAPER}\s(?:(?:is|are|am|have|has|had)\s(?:\w+\s)?(?:(?:not|n['’]t)\snam(?:ing|ed)|(?:not|n['’]t)\sidentif(?:ying|ied))"
    r"|(?:has\s|have\s|had\s)?(?:agreed|chose|chosen|promised|decided|undertook|undertaken|opted)\snot\sto\s(?:name|identify)|is\sgranting\sanonymity|(?:grants|granted)\sanonymity)"
    rf"|(?:whose\s|his\s|her\s|their\s|['’]s\s|the\s){_KINDS}{_ID}\s(?:[\w'’]+\s){{0,7}}?(?:withheld|concealed|left\sout|kept\sout|left\soff|not\s(?:being\s)?"
    r"(?:published|printed|disclosed|revealed|given|used))"
    rf"|{_ID}\s(?:\w+\s){{0,4}}?(?:but|and|though|yet)\s(?:\w+\s){{0,4}}?(?:(?:not|n['’]t)\s(?:to\s)?(?:\w+\s)?(?:disclos|publish|print|reveal|us)\w{{0,4}}\s(?:it|them)"
    r"|(?:is|are)\s(?:not|n['’]t)\s(?:\w+\s)?(?:publish|print|disclos|reveal|us)\w{0,4}|withh\w+)"
    rf"|(?:has|have)\s(?:been\s)?(?:seen|verified|confirmed)\s(?:\w+['’]?s?\s){{1,3}}?{_ID}\sbut"
    rf"|identit(?:y|ies)\s(?:of\s[^.,;()\n]{{1,40}}\s)?(?:is|are|was|has\sbeen|have\sbeen)\s(?:\w+\s)?(?:known|verified|established)\s(?:to|by)"
    r"|at\s(?:his|her|their|the\s\w+['’]s?)\s(?:own\s)?request,?\s(?:\w+\s){0,5}?(?:not\s(?:\w+\s)?\w+|names?|anonym\w+|identit\w+)"
    r"|(?:not\snamed|unnamed|unidentified|anonymous)\s(?:here\s)?(?:for|to|because|out\sof|at\s(?:his|her|their))\s(?:\w+\s){0,2}?"
    r"(?:protect\w*|safety|security|fear|own|request|legal|reasons)"
    r"|(?:can|could|may)\s?(?:not|n['’]t)\s(?:\w+\s)?be\s(?:named|identified)"
    # What stands for a name.
    r"|(?:a|an|his|her|their)\s(?:pseudonym|assumed\sname|invented\sname|made-up\sname|false\sname|fictitious\sname|cover\sname|alias)s?"
    r"|(?:the\s)?(?:sur)?names?\s[\"“'‘]?(?-i:[A-Z])\w{1,20}[\"”'’]?\s(?:is|was|are)\s(?:a\s|an\s)?(?:pseudonyms?|invented|made\sup|alias(?:es)?|fictitious|false)"
    r"|as\s(?:we|I|he|she|they)\s(?:\w+\s){0,3}?(?:call(?:ed)?\s(?:him|her|them)|(?:asked|wants?|wanted|prefers?|preferred|wishe[sd]|likes?)\sto\sbe\s"
    r"(?:called|known|named|identified))"
    r"|(?:with|by|under|has|bears)\s(?:the\s|his\s|her\s)?initials?(?:\s(?:only|alone))?"
    r"|(?:is|are)\scalled\s[\"“'‘]?(?-i:[A-Z])\w{1,20}[\"”'’]?\s(?:here|in\sthis|for\s(?:the|this))"
    r"|(?:sur|last\s|family\s|full\s)names?\swithheld|first\sname\sonly|name\s(?:given\s)?only"
    r"|(?:his|her|their)\sfaces?\s(?:\w+\s)?(?:covered|hidden|masked|turned\saway|concealed|blurred)|wearing\sa\s(?:mask|balaclava)"
    # In his own words: "don't write my name", "keep me out of it"; the camera that shows no face.
    r"|(?:don['’]t|do\snot|never|please\snot|not\sto|mustn['’]t)\s(?:you\s)?(?:write|print|use|put|publish|mention|give|say|quote|record"
    r"|film|photograph|show|tell\s\w+)\s(?:down\s)?(?:my|our|his|her|their|the)\s(?:\w+\s)?(?:(?:sur)?names?|faces?|identity)"
    r"|(?:leave|leaving|left|keep|keeping|kept)\s(?:me|us|him|her|them|(?:my|our|his|her|their)\s(?:\w+\s)?names?)\sout\s(?:of|altogether|here)"
    r"|(?:my|his|her|their|our)\s(?:\w+\s)?names?\s(?:does\s?n[o'’]t|does\snot|is\snot|isn['’]t|need\snot|must\snot|should\snot|would\snot"
    r"|has\sno\splace|is\snobody['’]s|stays?\sout|stayed\sout|stay\sout|is\snot\sfor)"
    r"|no\snames?,\s(?:please|he|she|they|I)|(?:you\s)?(?:don['’]t|do\snot)\sneed\s(?:my|his|her)\snames?"
    r"|(?:with\s)?(?:his|her|their)\sbacks?\sto\s(?:the\scamera|us)|in\ssilhouette|(?:filmed|photographed|shown|interviewed|sat)\s(?:\w+\s){0,2}?"
    r"in\s(?:the\s)?(?:shadows?|dark)"
    r"|(?:ask|want|wish|prefer|request|beg|insist)(?:e?d|s|ing|red)?\s(?:\w+\s){0,3}?not\s(?:to\s)?be\s(?:described|recogni[sz]ed|traced|located"
    r"|identifiable|recogni[sz]able|quoted\sby\sname|shown|pictured|photographed\sor\snamed)"
    r"|(?:so\sthat|so\sthey|so\snobody|so\sno\sone)\s(?:\w+\s){0,3}?(?:not|n['’]t|could|can|would)\s(?:be\s)?(?:recogni[sz]e[d]?|identif\w+|trace[d]?)"
    r"|by\s(?:his|her|their|a)\s(?:nickname|christian\sname|middle\sname)|(?:christian|given)\snames?\s(?:only|alone)"
    r"|(?:does|do|did|will|shall)\s?(?:not|n['’]t)\s(?:appear|stand|feature)\s(?:here\s)?(?:under|by|with)\s(?:his|her|their)\s(?:\w+\s)?names?"
    r"|names?\sto\s(?:stay|be\skept|be\sleft|remain)\s(?:out|secret|off|private)"
    r"|names?\s(?:does|do|did|will|shall)\s?(?:not|n['’]t)\s(?:\w+\s)?(?:appear|stand|come\sup)"
    r"|signs?\s(?:\w+\s){0,3}?only\s(?:with|by|as)"
    r"|nowhere\s(?:in|on)\s(?:\w+\s){0,4}?(?:his|her|their)\s(?:\w+\s)?names?|(?:is|are|was)\s(?:only\s)?known\s(?:here|to\sus)\s(?:only\s)?(?:as|by)"
    # Not the name but what would give it away: rank, post, unit, village.
    rf"|(?:ask|want|insist|request|prefer|agree|demand|provid|condition|wish|beg|promis|undert)\w{{0,5}}\s(?:[\w'’-]+\s){{0,5}}?"
    rf"(?:neither|no|nor|not)\s(?:\w+\s){{0,2}}?{_TELLING}\s[^.;\n]{{0,60}}?(?:be|been|being|is|are|was|were)\s(?:\w+\s)?{_TOLD}"
    rf"|(?:his|her|their)\s{_TELLING}\s(?:\w+\s){{0,4}}?(?:not|n['’]t|never)\s(?:to\s)?(?:be\s)?{_TOLD}"
    rf"|(?:without|not|n['’]t)\s(?:want\s)?(?:to\s)?(?:giv|nam|mention|stat|hav|say|reveal)(?:e|ing)\s(?:his|her|their)\s{_TELLING}"
    r"|not\s(?:what|the\sname)\s(?:(?:he|she|they)\s(?:is|are|was|were|goes|go)\s(?:called|known|by)|(?:his|her|their)\s\w+\scalls?)"
    r"|(?:is|was)\s?(?:not|n['’]t)\s(?:his|her|their)\snames?|(?:given|gave)\s(?:him|her|them)\s(?:another|a\sdifferent|a\sfalse|an\sinvented"
    r"|a\snew)\snames?|the\snames?\s(?:is|are)\s(?:ours|mine|invented|made\sup|not\s(?:his|hers|theirs)|borrowed)"
    r"|(?:shall|will|must|asked\sto)\s(?:remain|stay|be)\s(?:nameless|unnamed)"
    r"|to\s(?:forget|lose|guard|keep)\s(?:his|her|their)\s(?:\w+\s)?names?"
    r"|(?:in|for)\sthis\s(?:story|text|article|report|piece|account|book),?\s(?:he|she|they)\s(?:is|are|will\sbe)"
    r"|so\s(?:he|she|they)\s(?:is|are)\s(?:the\s)?\w+\s(?:here|in\sthis)"
    r"|names?\s(?:and\s\w+\s)?(?:supplied|on\sfile|held\sby)|we\sknow\swho\s(?:he|she|they)\s(?:is|are)"
    r"|names?\s(?:he|she|they)\s(?:chose|picked|asked\sfor|uses?|used|goes\sby|gave\sus|took)"
    r"|(?:chose|chosen|picked|choose)\s(?:the\s|this\s|that\s|a\s|another\s|for\s\w+\s)?(?:\w+\s)?names?"
    rf"|(?:leave|leaves|left|leaving)\sit\sout\b|(?:his|her|their)\s(?:\w+\s)?names?\sfor\sthis\s\w+"
    # Several people at once.
    r"|pseudonyms?\s(?:are|were|have\sbeen)\s(?:\w+\s)?used"
    r"|(?:identif\w{1,4}|referred\sto|named|naming|listed|appear\w{0,3}|quoted|called|using|uses?|used)\s(?:\w+\s){0,4}?(?:only\s|just\s)?"
    r"(?:(?:by|under|with|as)\s)?(?:their\s|only\s|just\s){0,2}(?:pseudonyms|first\snames?(?!\sbasis)|given\snames?|initials|call[\s-]signs?\sonly)"
)

CHANGED: Final = re.compile(
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
    rf"|(?:not|\w{{2,6}}n['’]t|never)\s(?:wish|want|like|consent|agree|care|choose|dare)(?:ed|s"
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
    r"|(?:is|are|was|were|has|have)\s?(?:not|n['’]t)\s(?:being\s|been\s)?(?:named|identified)(?!\s(?:in|as|after|for|by)\s)"
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
    r"|whom\s(?:[\w'’-]+\s){0,5}?(?:is|are|am|do|does|will|has|have)\s?(?:not|n['’]t)\s(?:been\s)?(?:nam(?:e|ing|ed)|identify(?:ing)?|identified)"
    r"|whom\s(?:[\w'’-]+\s){0,5}?(?:we|I|this\s\w{1,14})\s(?:(?:do|will|can|shall|did|are|am)\s?(?:not"
    r"|n['’]t)|cannot|won['’]t)\s(?:nam(?:e|ing)|identify(?:ing)?)"
    r"|(?:I|we)\s?(?:won['’]t|(?:will|shall|can|do|must|dare)\snot|cannot|can['’]t|['’]d\srather\snot"
    r"|would\srather\snot|mustn['’]t|am\snot\s(?:going\sto|allowed\sto))\s(?:say|tell|name|give|reveal)"
    r"\s(?:you\s|us\s)?(?:who\b|whose|him\b|her\b|them\b|(?:his|her|their)\s(?:\w+\s)?names?"
    r"|(?:on\s|in\s)?(?:which|what)\s\w+\s(?:he|she|they)|where\s(?:he|she|they)\s(?:live|work|serve|stay|hide|is|are))"
    r"|(?:faces?|voices?)\s(?:was|were|is|are|has\sbeen|have\sbeen|had\sbeen)\s(?:blurred|distorted"
    r"|disguised|altered|obscured"
    r"|hidden|changed|pixelated)|" + _SIDEWAYS + "|" + _MORE + r")(?!\w)",
    re.I,
)
# Of those the ones that are about everybody whom a text names by one name alone.
WHOLE: Final = re.compile(
    r"pseudonyms?\s(?:are|were|have\sbeen)|(?:interviewees|sources|witnesses|soldiers|people|men|women|names|prisoners|everyone|everybody|all|those"
    r"|servicemen|survivors|residents)\s(?:\w+\s){0,6}?(?:identif|referred|named|appear|quoted|called)|no[\s-]?(?:one|body)\s(?!(?:\w+\s){0,2}call)"
    r"|(?:we|(?:the\s)?(?-i:[A-Z])\w+(?:\s(?-i:[A-Z])\w+)?)\s(?:is\s|are\s|will\s|only\s)?(?:us(?:e|es|ing)|identif(?:y|ies|ying)|nam(?:e|es|ing))\s(?:\w+\s){0,4}?"
    r"(?:pseudonyms|first\snames|initials)|(?:identif\w+|us(?:es?|ing))\s(?:\w+\s){0,4}?by\stheir\sfirst\snames?",
    re.I,
)

INTRODUCES: Final = re.compile(
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
    re.I,
)

REASON: Final = re.compile(
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
    re.I,
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

__all__ = ["CHANGED", "INTRODUCES", "REASON", "REASON_STEMS", "STEMS", "WHOLE"]
