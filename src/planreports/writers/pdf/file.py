"""Pages' contents become a file: fonts, structure tree, metadata, and an output intent for colours."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PIL import ImageCms

from planreports.document.nodes import Metadata
from planreports.writers.pdf.characters import legible
from planreports.writers.pdf.content import PageContent
from planreports.writers.pdf.embedding import font_reference
from planreports.writers.pdf.images import image_object
from planreports.writers.pdf.numbers import number
from planreports.writers.pdf.objects import Objects, array, reference, text_string
from planreports.writers.pdf.outline import outline
from planreports.writers.pdf.shaping import Face
from planreports.writers.pdf.structure import StructureElement
from planreports.writers.pdf.tree import StructureTree

_PRODUCER = "planreports"


def pdf_file(
    pages: Sequence[tuple[PageContent, tuple[float, float]]],
    faces: Sequence[Face],
    root: StructureElement,
    metadata: Metadata,
) -> bytes:
    """Return the file of some pages, each with its paper's width and height in points.

    The same pages give the same bytes: dates are the document's own, and the id is its content's digest.
    """
    objects = Objects()
    contents = [content for content, _ in pages]
    streams = [objects.stream(content.close().encode("ascii")) for content in contents]
    resources = objects.add(_resources(faces, contents, objects))
    numbers = [objects.reserve() for _ in pages]
    references = [reference(each) for each in numbers]
    parent = objects.add(b"<</Type/Pages/Count %d/Kids %b>>" % (len(pages), array(references)))
    destinations = [each for content in contents for each in content.destinations]
    tree = StructureTree(objects, references, {each.anchor.name: each for each in destinations})
    annotations = tree.add_annotations(contents)
    for place, (own, (_, size)) in enumerate(zip(numbers, pages, strict=True)):
        objects.put(own, _page(place, size, parent, resources, streams[place], annotations[place]))
    entries = b"/Pages %b/StructTreeRoot %b" % (parent, tree.write(root, contents))
    if (bookmarks := outline(destinations, objects, references)) is not None:
        entries += b"/Outlines %b" % bookmarks
    return objects.file(_catalog(objects, entries, metadata), _information(objects, metadata))


def _resources(faces: Sequence[Face], contents: Sequence[PageContent], objects: Objects) -> bytes:
    """Return the resources of all pages (7.8.3): the fonts that have been used, and the images."""
    fonts = b"".join(
        b"/%b %b" % (subset.resource.encode(), font_reference(face, subset, objects))
        for face in faces
        for subset in face.subsets
    )
    images = {name: picture for content in contents for name, picture in content.images.items()}
    if not images:
        return b"<</Font<<%b>>>>" % fonts
    pictures = b"".join(
        b"/%b %b" % (name.encode(), image_object(picture, objects)) for name, picture in images.items()
    )
    return b"<</Font<<%b>>/XObject<<%b>>>>" % (fonts, pictures)


def _page(
    place: int,
    size: tuple[float, float],
    parent: bytes,
    resources: bytes,
    content: bytes,
    annotations: Sequence[bytes],
) -> bytes:
    """Return a page (7.7.3.3), with its key into the parent tree (14.7.4.4) and its tab order (12.5)."""
    box = " ".join(number(each) for each in size).encode()
    extra = b"/Annots" + array(annotations) if annotations else b""
    return b"<</Type/Page/Parent %b/MediaBox[0 0 %b]/Resources %b/Contents %b/StructParents %d/Tabs/S%b>>" % (
        parent,
        box,
        resources,
        content,
        place,
        extra,
    )


def _information(objects: Objects, metadata: Metadata) -> bytes:
    """Add the document information (14.3.3), which says what the XMP packet says."""
    moment = metadata.moment
    date = moment.strftime("D:%Y%m%d%H%M%SZ").encode() if moment else b""
    dates = b"/CreationDate(%b)/ModDate(%b)" % (date, date) if moment else b""
    entries = {
        "Title": metadata.title,
        "Author": metadata.author,
        "Subject": metadata.subject,
        "Creator": _PRODUCER,
        "Producer": _PRODUCER,
    }
    words = b"".join(b"/%b%b" % (key.encode(), text_string(each)) for key, each in entries.items())
    return objects.add(b"<<%b%b>>" % (words, dates))


def _catalog(objects: Objects, entries: bytes, metadata: Metadata) -> bytes:
    """Add the catalog: marked and titled for PDF/UA-1 (ISO 14289-1, 7.1), colours for PDF/A-2."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    intent = (
        b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile %b>>"
        % objects.stream(_undated(profile), b"/N 3")
    )
    return objects.add(
        b"<</Type/Catalog%b/Lang%b/MarkInfo<</Marked true>>"
        b"/ViewerPreferences<</DisplayDocTitle true>>/Metadata %b/OutputIntents[%b]>>"
        % (
            entries,
            text_string(metadata.languages[0]),
            objects.stream(_xmp(metadata), b"/Type/Metadata/Subtype/XML", plain=True),
            intent,
        )
    )


def _undated(profile: bytes) -> bytes:
    """Return an ICC profile without the time at which it was made (ICC.1:2010, 7.2.8: bytes 24 to 35)."""
    return profile[:24] + bytes(12) + profile[36:]


def _xmp(metadata: Metadata) -> bytes:
    """Return the XMP packet, with the claims of PDF/A-2a and PDF/UA-1, and the schema of the latter."""
    moment = metadata.moment
    date = moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else ""
    dates = f'\n xmp:CreateDate="{date}" xmp:ModifyDate="{date}"' if moment else ""
    words = (metadata.title, metadata.author, metadata.subject)
    title, author, subject = (escape(legible(each), quote=False) for each in words)
    languages = "".join(f"<rdf:li>{escape(code, quote=False)}</rdf:li>" for code in metadata.languages)
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Producer="{_PRODUCER}"/>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="{_PRODUCER}"{dates}/>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 pdfaid:part="2" pdfaid:conformance="A"/>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
{_UA_SCHEMA}
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()


_UA_SCHEMA = """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
"""PDF/A allows a property of another schema only with its description (ISO 19005-2, 6.6.2.3)."""
