"""On what the word of a Russian or Ukrainian speaker rests, where no pronoun tells."""

from __future__ import annotations

import pytest

from muster.model.claims import ReadingContext
from muster.model.evidence import Text
from muster.read import read_text

# A sentence with one claim, and its basis; invented.
LINES = """
Вера Лагутина рассказала, что узнала сына на снимке. | first-hand
Вера Лагутина рассказала, что сгорел склад. | unknown
Вера Лагутина рассказала, что сына узнал сосед. | unknown
Игорь Ребров рассказал, что не читал приказа. | first-hand
Игорь Ребров рассказал, что сам видел колонну. | first-hand
Игорь Ребров вспоминает, что колонна стояла сутки. | first-hand
Игорь Ребров признался, что склад подожгли. | first-hand
По словам Игоря Реброва, склад подожгли. | unknown
Мать Игоря Реброва рассказала, что узнала сына на снимке. | first-hand
Мать Игоря Реброва рассказала, что сына увезли. | second-hand
Адвокат Вера Лагутина намерена обжаловать приговор. | own-caseload
Адвокат Вера Лагутина рассказала, что к ней обратились семеро. | own-caseload
Следователь Игорь Ребров сообщил, что склад подожгли. | party
В сообщении министерства обороны говорится, что склад подожгли. | party
В отчёте министерства обороны говорится, что склад подожгли. | document
Мать Игоря Реброва рассказала, что склад сгорел. | unknown
«Видела, как горел склад», – сказала Вера Лагутина. | first-hand
«Думаю, склад подожгут», – сказала Вера Лагутина. | unknown
Адвокат Вера Лагутина напомнила, что закон допускает отказ. | unknown
Адвокат Вера Лагутина считает, что её подзащитных обманули. | own-caseload
Глава района Игорь Ребров сообщил, что склад сгорел. | party
Віра Лагутіна розповіла, що не спала дві ночі. | first-hand
Віра Лагутіна розповіла, що згорів склад. | unknown
Ігор Ребрій розповів, що не читав наказу. | first-hand
Ігор Ребрій розповів, що сам бачив колону. | first-hand
Ігор Ребрій пригадує, що колона стояла добу. | first-hand
За словами Ігоря Ребрія, склад підпалили. | unknown
Адвокатка Віра Лагутіна має намір оскаржити вирок. | own-caseload
Мати Ігоря Ребрія розповіла, що склад згорів. | unknown
«Бачила, як горів склад», – сказала Віра Лагутіна. | first-hand
«Сподіваюся, склад не підпалять», – сказала Віра Лагутіна. | unknown
Адвокатка Віра Лагутіна нагадала, що закон дозволяє відмову. | unknown
Слідчий Ігор Ребрій повідомив, що склад підпалили. | party
Игорь Ребров божился, что она из штаба. | unknown
Ротный передал, что мост закрыт. | party
По оценке союза «Зерно», сгорело 40 вагонов. | own-caseload
Віра Лагутіна клянеться, що впізнала племінника. | first-hand
"""


@pytest.mark.parametrize("line", LINES.strip().splitlines())
def test_the_basis_is_the_one_beside_the_line(line: str) -> None:
    """The only claim of the text has the basis that stands behind the bar."""
    body, _, basis = line.partition(" | ")
    reading = read_text(Text("text-1", "doc-1", body, "und", "test/1"), ReadingContext("2031-05-02"))
    assert [c.basis for c in reading.claims] == [basis]
