"""Pages' contents become a file: fonts, structure tree, metadata, and an output intent for colours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab.pdfbase import pdfdoc

from planreports.document.nodes import Metadata
from planreports.writers.pdf.content import PageContent
from planreports.writers.pdf.embedding import font_reference
from planreports.writers.pdf.objects import Catalog, Page, Stream, dictionary, name
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
    document = _document(metadata)
    contents = [(content, content.close(), size) for content, size in pages]
    fonts = document.Reference(
        dictionary(**{face.resource: font_reference(face, document) for face in faces if face.clusters})
    )
    page_objects = [
        _page(stream, size, number, fonts, document) for number, (_, stream, size) in enumerate(contents)
    ]
    StructureTree(document, page_objects).write(root, [content for content, _, _ in contents])
    _catalog(document, metadata)
    for _, stream, _ in contents:
        document.updateSignature(stream)
    data: bytes = document.GetPDFData(None)
    return data


def _document(metadata: Metadata) -> Any:
    document: Any = pdfdoc.PDFDocument(
        compression=1, invariant=1, pdfVersion=(1, 7), lang=metadata.languages[0]
    )
    document.Catalog = document._catalog = Catalog()
    document.Catalog.Pages = document.Pages
    document.Catalog.Lang = pdfdoc.PDFString(metadata.languages[0])
    date = metadata.date
    document._timeStamp.YMDhms = (date.year, date.month, date.day, 0, 0, 0)
    document.setTitle(metadata.title)
    document.setAuthor(metadata.author)
    document.setSubject(metadata.subject)
    document.info.producer = document.info.creator = _PRODUCER
    return document


def _page(content: str, size: tuple[float, float], number: int, fonts: Any, document: Any) -> Any:
    page = Page()
    page.MediaBox = pdfdoc.PDFArray([0, 0, *(round(each, 3) for each in size)])
    page.Resources = dictionary(Font=fonts)
    page.Contents = Stream(dictionary(), content.encode("ascii"))
    document.addPage(page)
    return page


def _catalog(document: Any, metadata: Metadata) -> None:
    """Complete the catalog: marked and titled for PDF/UA-1 (ISO 14289-1, 7.1), colours for PDF/A-2."""
    catalog = document.Catalog
    catalog.MarkInfo = dictionary(Marked="true")
    catalog.ViewerPreferences = dictionary(DisplayDocTitle="true")
    catalog.Metadata = Stream(
        dictionary(Type=name("Metadata"), Subtype=name("XML")), _xmp(metadata), plain=True
    )
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    catalog.OutputIntents = pdfdoc.PDFArray(
        [
            dictionary(
                Type=name("OutputIntent"),
                S=name("GTS_PDFA1"),
                OutputConditionIdentifier=pdfdoc.PDFString("sRGB"),
                Info=pdfdoc.PDFString("sRGB"),
                DestOutputProfile=document.Reference(Stream(dictionary(N=3), _undated(profile))),
            )
        ]
    )


def _undated(profile: bytes) -> bytes:
    """Return an ICC profile without the time at which it was made (ICC.1:2010, 7.2.8: bytes 24 to 35)."""
    return profile[:24] + bytes(12) + profile[36:]


def _xmp(metadata: Metadata) -> bytes:
    """Return the XMP packet, with the claims of PDF/A-2a and PDF/UA-1, and the schema of the latter."""
    date = f"{metadata.date.isoformat()}T00:00:00Z"
    title, author, subject = (escape(each) for each in (metadata.title, metadata.author, metadata.subject))
    languages = "".join(f"<rdf:li>{escape(code)}</rdf:li>" for code in metadata.languages)
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Producer="{_PRODUCER}"/>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="{_PRODUCER}"
 xmp:CreateDate="{date}" xmp:ModifyDate="{date}"/>
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
