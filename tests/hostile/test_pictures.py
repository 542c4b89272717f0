"""Pictures that lie, hide something, or would never end: refused with a reason, or drawn as they should be."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from planreports.document.pictures import PictureError, PictureFolders

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="10">{}</svg>'


def pixels(mode: str, kind: str, size: tuple[int, int] = (8, 4), **options: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, kind, **options)
    return out.getvalue()


def claiming(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes that says it is large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 100))
        + chunk(b"IEND", b"")
    )


def refusal(folder: Path, name: str, data: bytes | str) -> str:
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    with pytest.raises(PictureError) as caught:
        PictureFolders((folder,)).picture(name)
    return str(caught.value) + (f": {caught.value.hint}" if caught.value.hint else "")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.png", claiming(60000, 60000), "the picture `a.png` has more than 40,000,000 pixels"),
        ("a.png", claiming(10000, 9000), "the picture `a.png` has more than 40,000,000 pixels"),
        ("a.png", claiming(2**31 - 1, 2**31 - 1), "the picture `a.png` has more than 40,000,000 pixels"),
        (
            "a.png",
            claiming(100, 100),
            "the picture `a.png` is not a whole PNG file: image file is truncated (0 bytes not processed)",
        ),
        ("a.png", claiming(0, 0), "the picture `a.png` is not a whole PNG file"),
        ("a.png", pixels("RGB", "PNG")[:40], "the picture `a.png` is not a whole PNG file"),
        (
            "a.jpg",
            pixels("RGB", "JPEG")[:-200],
            "the picture `a.jpg` is not a whole JPEG file: Truncated File Read",
        ),
        ("a.png", pixels("P", "GIF"), "the picture `a.png` is not a PNG file: it is a GIF file"),
        ("a.png", pixels("RGB", "JPEG"), "the picture `a.png` is not a PNG file: it is a JPEG file"),
        ("a.jpeg", b"", "the picture `a.jpeg` is not a JPEG file"),
        ("a.svg", "<svg", "the picture `a.svg` is not XML: "),
        ("a.svg", "<html/>", "the picture `a.svg` is not SVG"),
        (
            "a.svg",
            '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + SVG.format("<text>&b;</text>"),
            "the picture `a.svg` has a document type declaration: remove it",
        ),
        (
            "a.svg",
            SVG.format("<script>alert(1)</script>"),
            "the picture `a.svg` has <script>, which is not drawn",
        ),
        ("a.svg", SVG.format('<image href="x.png"/>'), "the picture `a.svg` has <image>, which is not drawn"),
        (
            "a.svg",
            SVG.format('<use xlink:href="https://example.org/a.svg#b"/>'),
            "the picture `a.svg` refers to another file: expected shapes of its own",
        ),
        (
            "a.svg",
            SVG.format('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
            "the picture `a.svg` uses `#b`, which is no shape of its own",
        ),
        (
            "a.svg",
            SVG.format('<rect onload="x()"/>'),
            "the picture `a.svg` has onload=, which is not drawn: use attributes",
        ),
        (
            "a.svg",
            SVG.format('<rect fill="url(https://example.org)"/>'),
            "the picture `a.svg` has url(…) in fill=: use plain colours",
        ),
        (
            "a.svg",
            SVG.format('<path d="M nan 0 L 5 5"/>'),
            "the picture `a.svg` has `nan` in d=: expected plain numbers",
        ),
        (
            "a.svg",
            SVG.format('<path d="M 0 0 L 1e30 5"/>'),
            "the picture `a.svg` has `e30` in d=: expected plain numbers",
        ),
        ("a.svg", SVG.format("<rect/>" * 20_001), "the picture `a.svg` has more than 20,000 shapes"),
        (
            "a.svg",
            SVG.format(f'<path d="M0 0{"L1 1" * 150_000}"/>'),
            "the picture `a.svg` has more than 500,000 characters of paths",
        ),
        (
            "a.svg",
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1.2.3 5"/>',
            'the picture `a.svg` has no size: expected width="…" height="…" or viewBox="…"',
        ),
        (
            "a.svg",
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 999999999 5"/>',
            "the picture `a.svg` is 1e+09 × 5 units large",
        ),
        (
            "a.svg",
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 -4 5"/>',
            "the picture `a.svg` is -4 × 5 units large",
        ),
    ],
)
def test_a_picture_is_refused_with_a_reason(
    tmp_path: Path, name: str, data: bytes | str, message: str
) -> None:
    assert refusal(tmp_path, name, data).startswith(message)


@pytest.mark.parametrize(
    "name", ["../a.png", "/etc/passwd.png", "a" * 5000 + ".png", ".png", "a\x00.png", "a.gif"]
)
def test_a_name_that_is_no_path_below_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(PictureError):
        PictureFolders((tmp_path,)).picture(name)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "secret.png").write_bytes(pixels("RGB", "PNG"))
    (tmp_path / "images" / "a.png").symlink_to(tmp_path / "secret.png")
    with pytest.raises(PictureError, match="there is no picture `a.png`"):
        PictureFolders((tmp_path / "images",)).picture("a.png")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jpg", pixels("CMYK", "JPEG")),
        ("a.jpg", pixels("RGB", "JPEG", progressive=True)),
        ("a.jpg", pixels("L", "JPEG")),
        ("a.png", pixels("RGBA", "PNG")),
        ("a.png", pixels("LA", "PNG")),
        ("a.png", pixels("P", "PNG", transparency=0)),
        ("a.png", pixels("1", "PNG")),
        ("a.png", pixels("I;16", "PNG")),
        ("a.png", pixels("RGB", "PNG", save_all=True, append_images=[Image.new("RGB", (8, 4), "red")])),
    ],
)
def test_every_kind_of_pixels_stays_what_it_shows(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    picture = PictureFolders((tmp_path,)).picture(name)
    assert (picture.width, picture.height) == (8, 4)
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(picture.data)) as after:
        assert getattr(after, "n_frames", 1) == 1
        if before.mode != "I;16":
            assert after.convert("RGBA").tobytes() == before.convert("RGBA").tobytes()


def test_sixteen_bits_of_grey_become_eight(tmp_path: Path) -> None:
    image = Image.new("I;16", (1, 1), 32768)
    image.save(tmp_path / "a.png")
    with Image.open(io.BytesIO(PictureFolders((tmp_path,)).picture("a.png").data)) as found:
        assert (found.mode, found.getpixel((0, 0))) == ("L", 127)


def test_a_picture_stands_upright_as_its_camera_was_held(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    image = Image.new("RGB", (32, 16), "white")
    image.paste("red", (0, 0, 16, 16))
    image.save(tmp_path / "a.jpg", exif=exif, quality=100)
    picture = PictureFolders((tmp_path,)).picture("a.jpg")
    assert (picture.width, picture.height) == (16, 32)
    with Image.open(io.BytesIO(picture.data)) as found:
        red, green, _ = found.getpixel((8, 4))
        assert red > 200 > green


def test_what_cameras_and_programs_write_into_pictures_goes_no_further(tmp_path: Path) -> None:
    from PIL.PngImagePlugin import PngInfo

    exif = Image.Exif()
    exif[0x010F] = "CANARY camera"
    exif[0x013B] = "CANARY person"
    words = PngInfo()
    words.add_text("Author", "CANARY person")
    Image.new("RGB", (8, 8)).save(tmp_path / "a.jpg", exif=exif, comment=b"CANARY")
    with (tmp_path / "a.jpg").open("ab") as file:
        file.write(b"CANARY behind the end")
    Image.new("RGB", (8, 8)).save(tmp_path / "a.png", pnginfo=words, exif=exif)
    (tmp_path / "a.svg").write_text(
        '<?xml version="1.0"?><!-- CANARY --><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"'
        ' xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:export-filename="/home/CANARY/a.png">'
        "<?i CANARY?><rect width='1' height='1'/><!-- CANARY --></svg>"
    )
    for name in ("a.jpg", "a.png", "a.svg"):
        assert b"CANARY" in (tmp_path / name).read_bytes()
        assert b"CANARY" not in PictureFolders((tmp_path,)).picture(name).data


PNG, JPEG = pixels("P", "PNG", (16, 16)), pixels("RGB", "JPEG", (16, 16))


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([("a.png", PNG), ("a.jpg", JPEG)]), st.integers(8, 400), st.binary(min_size=1, max_size=6)
)
def test_a_picture_with_broken_bytes_is_refused_or_whole(
    tmp_path_factory: pytest.TempPathFactory, file: tuple[str, bytes], place: int, noise: bytes
) -> None:
    name, data = file
    folder = tmp_path_factory.mktemp("broken")
    (folder / name).write_bytes(data[:place] + noise + data[place + len(noise) :])
    try:
        picture = PictureFolders((folder,)).picture(name)
    except PictureError:
        return
    with Image.open(io.BytesIO(picture.data)) as image:
        image.load()
        assert image.size == (picture.width, picture.height)
