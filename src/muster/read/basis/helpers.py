"""Words for those who take cases in, treat or help, in three languages."""

from __future__ import annotations

import re
from typing import Final

from muster.text.listed import listed

# Of these "care" or "volunteer" in a description says nothing of cases.
PASSERS: Final = listed(
    """soldier conscript fighter reservist refugee refugees driver беженец беженка солдат боец
    біженець біженка боєць"""
)
HELPS: Final = re.compile(
    r"rights|\bwatch\b|lawyers?|legal (?:aid|advis)|refugee|shelter|hotline|hot line|helpline|clinic"
    r"|committee of|mothers|relief|humanitarian|red cr(?:oss|escent)"
    r"|\bdefen[cs]e (?:team|lawyers?|counsel|attorneys?)\b|\bcrisis cent(?:re|er)"
    r"|\baid (?:work|group|agenc|mission|organi)"
    r"|(?:\A|\s)the defen[cs]e\Z"
    r"|\b(?:director|coordinator|lawyer|founder)s? of (?:the|an?|its)"
    r" (?:organi[sz]ation|group|foundation|project)\b"
    r"|\b(?:group|organi[sz]ation|foundation)['’]s (?:director|coordinator|lawyer|founder)"
    r"|(?:директор|руководител|координатор|керівни|юрист|засновни|основател)\w*"
    r" (?:организации|фонда|проекта|організації|фонду|про[єе]кту)(?= [А-ЯЁІЇЄҐ«]|\W*\Z)"
    r"|case ?work|\b(?:trade|labou?r|\w+s['’]) union|\bunion of \w+|\w+s['’] association"
    r"|\bunion (?:chair|leader|president|head|official|secretary|organi[sz]er|representative)"
    r"|профсоюз|профспіл[кц]|\bспіл[кц]|\bассоциаци|\bасоціаці"
    r"|\bNGOs?\b|non-?profit|(?<!state )\bfoundations?\b"
    r"|благотвор|благодійн|гуманитарн\w+ (?:организац|мисси|центр|групп|штаб)"
    r"|гуманітарн\w+ (?:організац|місі|центр|груп|штаб)"
    r"|общественн\w+ организац|громадськ\w+ організац|кризисн\w+ центр|кризов\w+ центр"
    r"|\bНКО\b|\bНПО\b|\bНУО\b|(?<!онный )(?<!ійний )(?<!ютный )(?<!ютний )\bфонд[ауеі]?\b"
    r"|social work|paralegal|ombuds"
    r"|amnesty|\bcare\b|solidarity|initiative|charity|volunteer|asylum|memorial|victims"
    r"|правозащит|помощ[ьи]\b|соцработ|социальн\w+ работ|соцпрац|соціальн\w+ прац|горяч\w+ лини|приют"
    r"|убежищ|красн\w+ крест|полумесяц|комитет\w* \w{0,14} ?(?:матер|семей|сем|родств|ж[её]н|вдов)"
    r"|комітет\w* \w{0,14} ?(?:матер|родин|рідн|дружин|жінок|вдів)|солдатских матерей"
    r"|беженц|волонт|защит[аы]\b|мемориал|инициатив"
    r"|правозахис|допомог|гаряч\w+ ліні|притул|червон\w+ хрест|півмісяц|біженц|ініціатив|захист\b",
    re.I,
)
# Whoever treats people speaks of those who were brought to him.
TREATS: Final = listed(
    """doctor doctors dr medic medics медик медики реаніматологиня
    surgeon surgeons physician physicians hospital hospitals clinic clinics ambulance
    pathologist coroner forensic anaesthetist epidemiologist psychiatrist
    paramedic фельдшер фельдшерка фельдшерк
    врач врачи хирург травматолог анестезиолог реаниматолог терапевт психиатр патологоанатом судмедэксперт
    эпидемиолог травматологиня анестезіолог реаніматолог психіатр патологоанатомка судмедексперт епідеміолог
    епідеміологиня главврач больница госпиталь лікар лікарка лікарі хірург головлікар лікарня шпиталь
    госпіталь"""
)
# Of a hospital: whoever works there.
STAFF: Final = listed(
    """заведующий заведующая завідувач завідувачка staff workers worker employees employee
    сотрудник сотрудники сотрудница работник работники персонал
    працівник працівники працівниця співробітник співробітники"""
)
HELPERS: Final = listed(
    """counsel barrister ombudswoman ombudsman coordinator
    защитник защитница защита омбудсмен омбудсмена координаторка защитники
    правник правниця правники захисник захисниця захист омбудсман омбудсманка омбудсмен омбудсменка
    координаторка захисники"""
)
# Mediators tell of the talks that they hold.
AT_THE_TABLE: Final = listed("mediator mediators negotiator посредник переговорщик посередник перемовник")

__all__ = ["AT_THE_TABLE", "HELPERS", "HELPS", "PASSERS", "STAFF", "TREATS"]
