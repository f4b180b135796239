"""英文反例 · Published English in which nothing is private: press, contact pages, manuals, receipts, statistics."""

# ruff: noqa: E501 - a line of a made-up document or a row of a table is as long as it is

from __future__ import annotations

from bench.accuracy.english_template import spare

TEMPLATES = [
    *spare(
        "press-release",
        """
FOR IMMEDIATE RELEASE

«Riverton|Harbour City|Northgate» opens new «library|tram line|clinic»

«day» — The council announced today that «n5» residents took part. "We are proud," said Councillor «person», chair of the committee.
The project cost $«money» million and created «n» jobs.

Media contact: Press Office, «role», «switch»
""",
        """
Statement by the Minister, «person», on «day». The full text is at https://www.gov.example. Ends.
Notes to editors: 1. Figures are rounded. 2. ISBN «isbn». 3. Enquiries: «role», «office».
""",
    ),
    *spare(
        "contact-page",
        """
Contact us
Customer service: «office» (Mon–Fri 9–5)
Switchboard: «switch»
Fax: «switch»
E-mail: «role» or «role»
Emergency: 911 / 999 / 110
""",
        """
Call toll-free «office» or write to «role». Deaf callers: text relay 18001. Press office: «switch». Complaints: «role».
""",
        """
Report abuse to «role»; security researchers, please use «role» (PGP below).
«cert»
""",
    ),
    *spare(
        "job-ad",
        """
«Security analyst|Nurse|Driver» (m/f/x), ref. «order»
We look after passwords and tokens for «n5» users. You know SQL, TLS «ver» and internal controls.
Salary: $«money» a month. Apply with CV to «role» by «day». No phone calls; switchboard «switch».
""",
    ),
    *spare(
        "receipt",
        """
Receipt «order»
«day» «n»:«n»
Visa ending 4821  «masked»
AUTH CODE «n3»«n3»  TID «digits9»  MID «digits10»
TOTAL «money»
""",
        """
Invoice «order», customer no. «digits9», VAT GB«digits9», purchase order «order», delivery note «digits11», batch «digits18»
Net «money» VAT «money» Gross «money». Questions? «role»
""",
        """
Your parcel «order» is on its way. Track it with «order». Courier help line «office».
""",
    ),
    *spare(
        "masked",
        """
Dear customer, a payment of «money» was made with card «masked». Your phone «masked» gets a code. Never share it.
""",
        """
Customer: J. D***  SSN: XXX-XX-«n3»4  card: «masked»  mail: «masked»  ip: 203.0.113.«n»
""",
        """
name,id,phone
⟦2-4⟧«first» *.,«masked»,«masked»
⟦/⟧""",
    ),
    *spare(
        "sample-data",
        """
Test data for the sandbox
Card «samplecard», CVC 123. SSN 078-05-1120 was printed in wallets and 219-09-9999 in a pamphlet; neither is valid.
IBAN GB82 WEST 1234 5698 7654 32 and DE89 3704 0044 0532 0130 00 appear in the standard.
Mail «exmail», address «qip».
""",
        """
{"email": "«exmail»", "ip": "«qip»", "card": "4242424242424242", "phone": "+1 555-0100", "id": "«uuid»"}
""",
        """
SSNs never begin with 000, 666 or 9xx: 000-12-3456, 666-12-3456 and 987-65-4320 are refused by the form. Write XXX-XX-XXXX.
""",
        """
From: «exmail»
To: «exmail»
Received: from mail.example.org («qip») by mx.example.net; «ts»
Message-ID: <«uuid»@mail.example.org>
Subject: sample
""",
    ),
    *spare(
        "software-notes",
        """
Release «ver» (build «build»), «day»
SHA-256 «sha256»
MD5 «md5»
Requires macOS 14.«n», .NET «ver», iOS 17.«n».1; supersedes 10.«n».0.1 and «ver»-rc«n».
""",
        """
User-Agent: Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/1«n».0.«n3»«n».«n3» Mobile Safari/537.36
""",
        """
To reset your password open Settings > Security > Password: Change. The router's address is 192.168.1.1; its own help is at «qip».
A default gateway such as «qip» answers only at home. Loopback: 127.0.0.1, ::1.
""",
        """
OID 1.3.6.1.4.1.311.«n».«n»; RFC 1918; section 4.«n».1.2; DOI 10.1038/s41586-0«n»-0«n3»«n»-x; arXiv:2«n3».0«n3»«n»; PMID «digits9»
""",
    ),
    *spare(
        "statistics",
        """
Year,Population,Income,Index
⟦4-8⟧20«n»,«digits10»,«n5»,«n».«n3»
⟦/⟧""",
        """
Between 2019-2024 revenue rose from «money»m to «n5»; region code 110105, ZIP 10001-«n3»4.
""",
        """
Station №, lat/lon «coord», altitude «n3» m, sensor «part», reading «digits18», at «epochms»
""",
    ),
    *spare(
        "prose",
        """
The Secret Garden is a novel of 1911. It is no secret that «person» loved it; the top secret of its style is patience.
Internal affairs, internal medicine and internal combustion share an adjective only.
""",
        """
Trade secret law protects confidential information. A contract may call a document "confidential"«| or "for internal use only"| or "not for distribution"»;
courts look at what was in fact kept secret (see Section «n» of the Act). Classified advertisements are something else.
""",
        """
Password culture: «first»'s token gesture was a key moment; the private key to success, she said, is practice.
""",
        """
The town has bus lines 138, 139 and 150. Bus №«n» runs every «n» minutes; lottery draw «n» «n» «n» «n» «n»; score 3-2; ISBN «isbn».
""",
    ),
    *spare(
        "disclaimer",
        """
Best regards
«person» | Deputy Director | Riverton Borough Council
Switchboard «switch» | www.riverton.gov.uk

This e-mail and any attachment are confidential and intended solely for the addressee. If you have received it in error, please delete it and notify the sender. Unauthorised use or disclosure is prohibited.
""",
        """
CONFIDENTIALITY NOTICE: The contents of this email message may contain confidential and/or privileged information. If you are not the intended recipient, any distribution or copying is prohibited.
""",
        """
本邮件及其附件含有保密信息，仅限于发送给上面地址中列出的个人或群组。禁止任何其他人以任何形式使用。 This e-mail and its attachments contain confidential information.
""",
    ),
    *spare(
        "newsletter",
        """
School newsletter, «day»
Term starts at 8:«n». Call the school office on «switch» or write to «role». Uniform code SW-«n3». Sports day results: 4B 1«n» points.
Head teacher: «person». Library: 9780262033848 is back on the shelf.
""",
        """
Agenda «day»: 1. Apologies 2. Minutes of the last meeting (ref. «order») 3. Internal audit plan 4. Any other business. Clerk: «role».
""",
    ),
    *spare(
        "product",
        """
«Bearing|Filter|Cartridge» «part», EAN 4006381333931, HS code 8482.10.«n», lot «digits9», made «day». Fits models 6204-2RS, A1B-«n3»-C, W-«n»«n»-X.
""",
        """
Plate carrier M-L«n3», number plates AB12 CDE (replica), fonts A4 B5, «part», warranty no. «order».
""",
        """
Error codes: 0x80070005, 0xC000021A, E12, HTTP 418, SQLSTATE 42P01, ORA-0«n3», CVE-2024-«n3»«n», KB50«n3»«n». Ticket «order».
""",
    ),
]
