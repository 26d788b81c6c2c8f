"""Pictures are kept as `img` where a folder is named for them, and named in the ledger otherwise."""

from __future__ import annotations

import base64
from pathlib import Path

from click.testing import CliRunner
from proof import left_out, read
from roads import package

import akn
from akn.cli import main
from akn.readers import Options

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
BODY = (
    "<w:p><w:r><w:t>The General Assembly,</w:t></w:r></w:p><w:p><w:r><w:t>1. Decides to light the lamps.</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>2. Adopts the sign below</w:t></w:r><w:r><w:drawing><a:blip "
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="rIdP"/></w:drawing></w:r>'
    "<w:r><w:t>, which all lamps shall bear.</w:t></w:r></w:p>"
)
LINK = (
    '<Relationship Id="rIdP" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    'Target="media/image 1.png"/>'
)
DOCX = package({"document": f"<w:body>{BODY}</w:body>"}, {"word/media/image 1.png": PNG}, LINK)
HTML = (
    "<html><p>The General Assembly,</p><p>1. Decides to light the lamps.</p><p>2. Adopts the sign below"
    f"<img src='data:image/png;base64,{base64.b64encode(PNG).decode()}'>, which all bear.</p>"
    "<img src='https://example.org/far.png'></html>"
).encode()


def test_pictures_are_named_in_the_ledger() -> None:
    for data, count in ((DOCX, 1), (HTML, 2)):
        assert left_out(read(data), "image mark") == ["\ufffc"] * count
        conversion = akn.convert(data, name="made")
        assert b"<img" not in conversion.xml
        assert conversion.media == ()


def test_pictures_are_kept() -> None:
    for data, name in ((DOCX, "image_1.png"), (HTML, "picture1.png")):
        conversion = akn.convert(data, name="made", options=Options(media="pictures"))
        assert f'below<img src="pictures/{name}"'.encode() in conversion.xml
        assert [(picture.name, picture.data) for picture in conversion.media] == [(name, PNG)]


def test_the_command_writes_them(tmp_path: Path) -> None:
    source, output = tmp_path / "a.docx", tmp_path / "out" / "a.xml"
    source.write_bytes(DOCX)
    output.parent.mkdir()
    arguments = ["convert", str(source), "-o", str(output), "--media", str(tmp_path / "pictures")]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert (tmp_path / "pictures" / "image_1.png").read_bytes() == PNG
    assert b'<img src="../pictures/image_1.png"' in output.read_bytes()


def test_the_text_form_carries_them() -> None:
    xml = akn.convert(DOCX, name="made", options=Options(media="pictures")).xml
    text = akn.to_text(akn.from_xml(xml))
    assert akn.convert(text).xml == xml
