"""私人场合 · English that people write about themselves and each other: chats, posts, claims, reports, cards, signatures."""

from __future__ import annotations

from bench.accuracy.english_template import find

TEMPLATES = [
    *find(
        "messenger",
        """
[«day», 09:«n»] «first»: did you get the parcel?
[«day», 09:«n»] «first»: not yet. courier wants a number, gave him «phone»
[«day», 09:«n»] «first»: ok. and send me your iban so I can pay you back
[«day», 09:«n»] «first»: «iban»
""",
        """
«first»: my wechat «wechat» if line is bad
«first»: added. or QQ «qq»
«first»: lol who still uses qq
""",
        """
mum's new number!! «phone» save it
""",
        """
«first» — txt me ur email n ill send the pics. mine is «mail»
""",
        """
Can you book for me? Passport «passport», exp «day», DOB «day». Card is «card», the 3 digits I'll tell you by phone.
""",
        """
hey it's me from «phone», lost my old phone. wire it to «iban» please, urgent
""",
    ),
    *find(
        "insurance-claim",
        """
CLAIM FORM «order»
Policyholder: «person»     Phone: «phone»
Vehicle registration: «plate»   Driver's ID: «id»
Third party: «name», tel. «mobile»
Date of loss: «day»     Estimated damage: «money»
""",
        """
Statement of loss: my handbag with passport «passport», two cards (one is «card») and about «money» in cash was taken on «day». «person»
""",
    ),
    *find(
        "police-report",
        """
Incident «order». Complainant «person» (SSN «ssn») states that on «day» a caller using «phone» asked for gift cards.
Messages came from «mail»; logs show «ip». Suspect wallet: «wallet».
""",
        """
Witness: «name», ID «id», residing at «addr». The white van, plate «plate», left at 02:«n».
""",
    ),
    *find(
        "tenancy",
        """
TENANCY AGREEMENT dated «day»
Landlord: «name», ID card «id», tel. «mobile»
Tenant: «person», passport «passport», e-mail «mail»
Premises: «addr»
Rent is paid into «bank» («Bank of China|CMB|ICBC», holder «name»).
""",
        """
Room available! Email «mail» or WhatsApp «phone». No pets, deposit to IBAN «iban».
""",
    ),
    *find(
        "vcard",
        """
BEGIN:VCARD
VERSION:3.0
FN:«person»
TEL;TYPE=CELL:«phone»
EMAIL:«mail»
END:VCARD
""",
        """
BEGIN:VCARD
VERSION:4.0
FN:«name»
TEL;TYPE=cell:«mobile»
ADR;TYPE=home:;;«addr»;;;;中国
END:VCARD
""",
        """
BEGIN:VEVENT
UID:«uuid»
DTSTART:20250«n3»T090000Z
ORGANIZER;CN=«person»:mailto:«mail»
ATTENDEE;CN=«person»:mailto:«workmail»
SUMMARY:Review
END:VEVENT
""",
    ),
    *find(
        "ldif",
        """
dn: uid=«n3»,ou=people,dc=northgate,dc=co
cn: «person»
mail: «workmail»
mobile: «phone»
userPassword: «pw»
""",
        """
"«last», «first»" <«mail»>, "«last», «first»" <«workmail»>; «first» «last» <«mail»>
""",
    ),
    *find(
        "clinic-message",
        """
Reminder for «first» «last»: scan on «day» at 10:«n». Bring your ID («id»). Reply to «mobile» to cancel.
""",
        """
Lab result. Patient ID card: «id». Name: «name». HbA1c 6.«n» %. Report sent to «mail».
""",
    ),
    *find(
        "school-form",
        """
Consent form — trip to the museum
Pupil: «person», class 5«n»
Parent's mobile: «phone»   Second contact: «phone»
Parent's e-mail: «mail»
Allergies: nuts
""",
        """
Exchange students «day»
⟦2-4⟧№. «name» (passport «cnpass», mobile «mobile»), host family tel. «phone»
⟦/⟧""",
    ),
    *find(
        "tender",
        """
Bidder's authorised representative: «name», ID card No. «id», mobile «mobile»
Unified Social Credit Code: «uscc»
Beneficiary account: «bank»
""",
        """
Annex 3 — Beneficial owners
⟦2-3⟧«name»; PRC ID «id»; «n»% ; contact «mail»
⟦/⟧Company code «uscc»
""",
    ),
    *find(
        "review",
        """
★☆☆☆☆ Terrible. The seller («name», «mobile») shouted at me. Order «order». Do not buy!
""",
        """
The driver of «plate» was kind and found my bag; thank you! If you read this: «mail».
""",
        """
Avoid this landlord: «person», «phone», «mail». He kept «money».
""",
    ),
    *find(
        "donation",
        """
Help Lily walk again! Family account: «bank» (holder «name»), Alipay/phone «mobile», BTC «wallet».
""",
    ),
    *find(
        "network-note",
        """
Home network
- router WAN «ip», LAN 192.168.1.1
- NAS «mac»
- Wi-Fi Kestrel-5G, password «pw»
- ssh from office: «ip»
""",
        """
whitelist please: «ip», «ip» (office has a dynamic one), laptop «mac»
""",
        """
$ who
«dbuser»   pts/0        «day» («ip»)
$ arp -a
? (192.168.1.«n») at «mac» [ether] on eth0
""",
    ),
    *find(
        "press-mistake",
        """
MEDIA RELEASE — «day»
The mayor thanked volunteers. Winner of the raffle: «name», ID «id», please call the town hall.
Contact for press: «person», private mobile «phone».
""",
        """
Prize list (published on the notice board)
⟦3-5⟧№ «name» «id» «mobile»
⟦/⟧Enquiries: «role», «office»
""",
        """
Emergency contacts of the hikers
⟦2-4⟧№) «name», home «homeline», mobile «mobile»
⟦/⟧""",
        """
My parents' home phone is «homeline», please do not call after nine. 家里电话：«homeline»。
""",
        """
Scholarship holders «day»
No. | Name | Student no. | Bank card
⟦3-5⟧№ | «name» | «digits10» | «bank»
⟦/⟧""",
    ),
    *find(
        "wrapped",
        """
> On «day», «person» <«mail»> wrote:
>> my details again: SSN «ssn», cell «phone».
>> thanks
> got it.
""",
        """
<p>Contact <a href="mailto:«mail#1»">«mail#1»</a> or <b>«phone»</b>.</p>
<td class="id">«id»</td><td>«mobile»</td>
""",
        """
{"msg":"hi, my number is «phone», card «card»\\nthanks","from":"«mail»"}
""",
        """
\\textbf{Author:} «person», \\texttt{«mail»}, ORCID 0000-0002-1825-0097
""",
    ),
]
