"""The parts of which the English phrases of ``signals_en`` are put together, and the rarer phrases.

``SIDEWAYS``: said by a writer with a light hand instead of "on condition of anonymity"; ``MORE``: terms, what
somebody would not give or say, what whoever prints it does with a name, what stands for one.
"""

from __future__ import annotations

from typing import Final

FEW: Final = r"(?:[\w'’ʼ-]{1,20},?\s){0,3}?"
SOME: Final = r"(?:[\w'’ʼ-]{1,20},?\s){0,6}?"
HIS: Final = r"(?:his|her|their|the|its|a)"
HIDDEN_EN: Final = (
    r"(?:changed|altered|withheld|disguised|concealed|replaced|hidden|omitted|obscured|redacted|protected"
    r"|masked|coded"
    r"|kept\s(?:secret|confidential|out|back)|known\sto\s(?:the\s)?(?:editors?|newsroom|us|this|our"
    r"|authors?|organi[sz]ation|team|paper|writer|(?-i:[A-Z])[\w.’']{1,24})"
    r"|not\s(?:being\s)?(?:real|used|published|disclosed|revealed|given|named|printed|released|identified"
    r"|made\spublic))"
)
NAME_EN: Final = r"(?:(?:sur|first\s|last\s|full\s|real\s)?names?|identit(?:y|ies))"
# Whatever somebody may keep to himself.
_ID: Final = r"(?:(?:sur|fore)?names?|identit(?:y|ies)|initials)"
_KINDS: Final = r"(?:(?:sur|first|last|full|real|true|own|family|given|proper|middle|actual)[\s-]?){0,2}"
# Whoever prints a text: "we", "this newspaper", "the Northpost".
_PAPER: Final = (
    r"(?:we|I|this\s\w{1,16}|(?:[Tt]he\s)?(?-i:[A-Z])[\w.’']{1,24}(?:\s(?-i:[A-Z])[\w.]{1,20}){0,2})"
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
SIDEWAYS: Final = (
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
MORE: Final = (
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
    rf"|(?:on|under)\s(?:the\s)?(?:\w+\s)?conditions?\s(?:that\s)?(?:{HIS}|no|only|neither|nothing)\s(?:\w+\s){{0,5}}?"
    rf"(?:{_ID}|identif\w+|named)"
    rf"|(?:provided|providing|so\slong\sas|as\slong\sas|if|unless|once|after|because)\s(?:that\s)?(?:\w+\s){{1,6}}?(?:not|never|n['’]t)\s"
    rf"(?:to\s)?(?:be\s)?(?:named?|naming|identif\w+|us(?:e|ed|ing)\s(?:his|her|their)\s{FEW}{_ID}|reveal\w*|disclos\w*)"
    r"|(?:seek|sought|seeking|insist\w{0,3}\son|demand\w{0,3}|requir\w{1,3}|under|with)\s(?:\w+\s){0,2}?anonymity"
    r"|anonymity\s(?:was|is|has\sbeen)\s(?:\w+\s)?(?:granted|given|promised|guaranteed)"
    r"|(?:said|told\s\w+|admitted|spoke|commented|talking|confirmed|acknowledged|conceded)\s(?:only\s|both\s)?"
    r"(?:off\s(?:the\s)?record|on\s(?:deep\s)?background|not\sfor\sattribution|anonymously|in\sconfidence)"
    # What somebody would not give or say.
    rf"|(?:(?:would|did|do|does|could|can|will|should|may|might)\s?(?:not|n['’]t|only|just)|declin\w{{1,3}}|refus\w{{1,3}}|prefer\w{{0,4}}\snot"
    rf"|unwilling|reluctant|asked\snot|afraid|too\s\w+|wary\sof|without)\s(?:to\s)?(?:\w+\s){{0,2}}?(?:to\s)?"
    rf"(?:giv\w{{1,4}}|gave|shar\w{{1,3}}|provid\w{{1,3}}|stat\w{{1,3}}|reveal\w{{0,3}}|disclos\w{{1,3}}|us\w{{1,3}}|offer\w{{0,3}}|volunteer\w{{0,3}}|publish\w{{0,3}})\s"
    rf"(?:us\s)?(?:{HIS}\s|any\s|full\s|only\s){{0,2}}(?:\w+\s)?{_KINDS}{_ID}(?!\s(?:of|to|from|for)\s)"
    r"|(?:would|did|could|will)\s?(?:not|n['’]t)\s(?:say\swho\s(?:he|she|they)\s(?:was|were|is|are)"
    r"|(?:identify|introduce|name)\s(?:him|her|them)sel(?:f|ves))"
    r"|(?:refused|declined|unwilling|failed)\sto\s(?:identify|introduce|name)\s(?:him|her|them)sel(?:f|ves)"
    r"|identif(?:ied|ies|ying)\s(?:him|her|them)sel(?:f|ves)\sonly\s(?:as|by)"
    rf"|(?:gave|gives|giving|give|left|with|has|had)\sno\s(?:other\s)?{_KINDS}names?"
    rf"|(?:no|without\s(?:a|any))\s(?:sur|last\s|family\s|full\s)names?|{_KINDS}names?\s(?:was|were|is|are)?\s?not\s(?:being\s)?"
    r"(?:given|provided|supplied|printed|published|used|disclosed|available)"
    r"|prefer(?:s|red|ring)?\s(?:not\sto\s(?:be\s(?:named|identified)|say\swho)|to\s(?:stay|remain|be)\s(?:anonymous|unnamed))"
    rf"|(?:asked|asking|asks|wants|wanted|requested|requesting|chose|preferred|wished|insisted)\s{FEW}(?:to\s|we\s|us\s|that\s)"
    rf"{FEW}(?:use|be|using|print|publish)\s(?:\w+\s){{0,3}}?(?:pseudonyms?|first\snames?|given\snames?|initials?|(?:a|an)other\snames?)"
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
    # In brackets, and of those who spoke: "(pseudonym)", "is not publishing the names of those interviewed".
    r"|(?<=[(\[])(?:pseudonyms?|aliases|alias)(?=[)\],;\s])"
    r"|names?\s(?:(?:is|are)\s)?known\sto\s(?:(?:the\s)?(?:editors?|newsroom|paper|newspaper|authors?|us)|(?:the\s)?(?-i:[A-Z])[\w.’']{1,24})"
    rf"|{_PAPER}\s(?:is|are|am)\s(?:\w+\s)?(?:not|n['’]t)\s(?:us|publish|print|giv|disclos|reveal)ing\s(?:the|their|his|her|all|any)\s(?:\w+\s){{0,2}}?{_ID}"
    r"|(?:is|are|am)\s(?:protecting|shielding|concealing)\s(?:his|her|their)\s(?:\w+\s)?(?:names?|identit(?:y|ies))"
    r"|if\s(?:his|her|their)\s(?:\w+\s)?(?:names?|identit(?:y|ies))\s(?:were|was|is|are|became|becomes)\s(?:published|known|used|printed|revealed|disclosed|made)"
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

__all__ = ["FEW", "HIDDEN_EN", "HIS", "MORE", "NAME_EN", "SIDEWAYS", "SOME"]
