"""PowerPoint 演示文稿 · PowerPoint presentations, shows and templates (ISO/IEC 29500-1 19)."""

from __future__ import annotations

from sansi.check.extract import drawingml
from sansi.check.extract import shapes as shaping
from sansi.check.extract.document import Document, Fact, Weave
from sansi.check.extract.opc import Parts, Relation
from sansi.check.extract.properties import is_somebody
from sansi.check.extract.reader import Asked, Reader
from sansi.check.extract.xmls import Element
from sansi.check.model import Both
from sansi.check.place import FieldPlace, ParagraphPlace, Place, SlidePlace

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_HIDDEN = Both("隐藏的幻灯片", "a hidden slide")
_LOST = Both("不在放映顺序里的幻灯片还留在文件里", "a slide that is not in the show is still in the file")
_COMMENT = Both("幻灯片上的批注，写着批注人", "a comment on a slide, with who wrote it")
_PERSON = Both("批注者的名字", "the name of who commented")
_DRAWN = {"chart": "chart", "chartEx": "chart", "diagramData": "diagram", "chartUserShapes": "chart"}


class _Show:
    def __init__(self, data: bytes, asked: Asked) -> None:
        self.parts = Parts(data, asked)
        self.document = self.parts.document
        self.name, self.root = self.parts.main("ppt/presentation.xml")
        self.size = shaping.size_of(self.root)
        self.authors: dict[str, str] = {}
        self.weave = Weave()

    def read(self) -> Document:
        self._authors()
        relations = self.parts.relations(self.name)
        listed = [
            relations[key].target
            for s in self.root.iter(f"{_P}sldId")
            if (key := s.get(f"{_R}id")) in relations
        ]
        known = {name.lower() for name in listed}
        lost = [name for name in self.parts.named("slide+xml") if name.lower() not in known]
        for number, name in enumerate([*listed, *lost], 1):
            self._slide(name, number, lost=number > len(listed))
        for number, name in enumerate(
            self.parts.named("slideLayout+xml", "slideMaster+xml", "notesMaster+xml", "handoutMaster+xml"), 1
        ):
            self._layout(name, number)
        self.document.segments += self.weave.segments()
        return self.parts.rest()

    def _authors(self) -> None:
        weave = Weave()
        for name in self.parts.named("commentAuthors+xml", "authors+xml"):
            root = self.parts.tree(name)
            for author in () if root is None else root:
                said = author.get("name") or ""
                self.authors[author.get("id") or ""] = said
                if is_somebody(said):
                    self.document.facts.append(Fact("meta-author", FieldPlace("author"), _PERSON, said))
                weave.add(f"{said} {(author.get('userId') or '').replace('::', ' ')}\n", FieldPlace("author"))
        self.document.segments += weave.segments()

    def _slide(self, name: str, number: int, *, lost: bool) -> None:
        root = self.parts.tree(name)
        if root is None:
            return
        relations = self.parts.relations(name)
        shown = root.get("show") not in {"0", "false"} and not lost
        self._add(drawingml.text_of(root), SlidePlace(number, "body" if shown else "hidden"))
        if not shown:
            text = drawingml.text_of(root)
            said = _LOST if lost else _HIDDEN
            self.document.facts.append(
                Fact("meta-hidden-text", SlidePlace(number, "hidden"), said, text[:200])
            )
        for text, way in shaping.unseen(root, self.size):
            place = SlidePlace(number, "hidden")
            self.document.facts.append(Fact("meta-hidden-text", place, way.said, text[:200], way.sure))
        for text in drawingml.described(root):
            self._add(text, SlidePlace(number, "alt"))
        self._links(root, relations, number)
        for relation in relations.values():
            if not relation.outside:
                self._belonging(relation, number)

    def _links(self, root: Element, relations: dict[str, Relation], number: int) -> None:
        for link in root.iter(f"{drawingml.A}hlinkClick", f"{drawingml.A}hlinkHover"):
            relation = relations.get(link.get(f"{_R}id") or "")
            if relation and relation.outside:
                self.parts.linked(relation.target)
                self._add(relation.target, SlidePlace(number, "link"))
            self._add(link.get("tooltip") or "", SlidePlace(number, "link"))

    def _belonging(self, relation: Relation, number: int) -> None:
        """The notes, comments, charts and diagrams of a slide."""
        if relation.type == "notesSlide":
            root = self.parts.tree(relation.target)
            if root is not None:
                self._add(drawingml.text_of(root), SlidePlace(number, "notes"))
                self._links(root, self.parts.relations(relation.target), number)
        elif relation.type in {"comments", "comment"}:
            self._comments(relation.target, number)
        elif relation.type in _DRAWN:
            root = self.parts.tree(relation.target)
            for line in () if root is None else drawingml.lines(root):
                self._add(line, SlidePlace(number, _DRAWN[relation.type]))

    def _comments(self, name: str, number: int) -> None:
        """Comments of both generations: the text stands in `p:text`, or in a body as that of a shape."""
        root = self.parts.tree(name)
        for comment in () if root is None else root.iter("{*}cm", "{*}reply"):
            texts = [t.text or "" for t in comment.iterchildren(f"{_P}text")]
            texts += [drawingml.text_of(body) for body in comment.iterchildren("{*}txBody")]
            author = self.authors.get(comment.get("authorId") or "", "")
            place = SlidePlace(number, "comment")
            text = "\n".join(texts)
            self.document.facts.append(Fact("meta-comment", place, _COMMENT, f"{author}: {text[:200]}"))
            self._add(text, place)

    def _layout(self, name: str, number: int) -> None:
        root = self.parts.tree(name)
        if root is None:
            return
        # The prompts of placeholders are the program's own words, but anything may stand there.
        lines = [drawingml.text_of(root), *drawingml.described(root)]
        lines += [s.get("name") or "" for s in root.iter(f"{_P}cSld")]
        self._add("\n".join(line for line in lines if line), ParagraphPlace("layout", number))
        self.parts.relations(name)

    def _add(self, text: str, place: Place) -> None:
        if text:
            self.weave.add(text, place)
            # An empty line: what stands in one shape is no label of what stands in the next.
            self.weave.add("\n\n")


def _read(data: bytes, asked: Asked) -> Document:
    return _Show(data, asked).read()


READER = Reader(("pptx",), Both("PowerPoint 演示文稿", "PowerPoint presentation"), _read)
