"""电子邮件的埋点 · A message and a mailbox with a plant in every part."""

from __future__ import annotations

from sansi.check.model import Both
from sansi.check.place import FieldPlace, InnerPlace, ParagraphPlace, TextPlace
from tests.check.extract.plants.plant import Format, Hidden, Plant


def message() -> bytes:
    from tests.check.extract.test_mail import message as made

    return made().as_bytes()


def mailbox() -> bytes:
    one = b"From a@example.org Mon Jan  1 00:00:00 2024\n%s\n\n"
    top = b"From: a@example.org\nTo: b@example.org\nSubject: %s\n\n%s"
    return one % (top % (b"x", b"plant-first")) + one % (top % (b"plant-subject", b"plant-second"))


ENCRYPTED = Both(
    "加密的邮件（S/MIME、PGP）读不了，会说明。",
    "Encrypted messages (S/MIME, PGP) are not read, and said to be locked.",
)
FORMATS = (
    Format(
        Both("电子邮件", "E-mail"),
        ("eml",),
        "eml",
        message,
        (
            Plant("发件人", "sender", "PLANT-from", FieldPlace("From")),
            Plant("收件人", "receivers", "PLANT-to", FieldPlace("To")),
            Plant("抄送", "copies", "PLANT-cc", FieldPlace("Cc")),
            Plant("密送", "blind copies", "PLANT-bcc", FieldPlace("Bcc")),
            Plant("主题", "subject", "PLANT-subject", FieldPlace("Subject")),
            Plant("经过的机器", "machines on the way", "PC-ZHANG", FieldPlace("Received")),
            Plant("其他邮件头", "other header lines", "PLANT-custom", FieldPlace("X-Custom")),
            Plant("正文", "body", "PLANT-body", ParagraphPlace("body", 2)),
            Plant("网页正文", "body as a page", "PLANT-html", InnerPlace(("HTML",), TextPlace(1, 16))),
            Plant("网页正文里的链接", "links of that page", "PLANT-link", InnerPlace(("HTML",), TextPlace(1, 46))),
            Plant("附件名", "names of attachments", "PLANT-name", FieldPlace("filename")),
            Plant("附件", "attachments", "PLANT-attached", InnerPlace(("名单PLANT-name.txt",), TextPlace(1, 1))),
            Plant("转发的邮件", "forwarded messages", "PLANT-innerbody", InnerPlace(("PLANT-inner",), ParagraphPlace("body", 1))),
        ),
        (
            Hidden("meta-author", "密送的人", "receivers of blind copies", FieldPlace("Bcc"), "PLANT-bcc@example.org"),
        ),
        (ENCRYPTED,),
    ),
    Format(
        Both("邮箱文件", "Mailboxes"),
        ("mbox",),
        "mbox",
        mailbox,
        (
            Plant("每封邮件的正文", "the body of each message", "plant-first", InnerPlace(("#1",), ParagraphPlace("body", 1))),
            Plant("第二封起也一样", "of the second and later ones too", "plant-second", InnerPlace(("#2",), ParagraphPlace("body", 1))),
            Plant("每封邮件的主题", "the subject of each message", "plant-subject", InnerPlace(("#2",), FieldPlace("Subject"))),
        ),
        (),
        (Both("最多 1,000 封。", "Up to a thousand messages."), ENCRYPTED),
    ),
)  # fmt: skip
