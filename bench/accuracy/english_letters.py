"""英文信函与表格 · Letters, forms, tickets and tables in English that give private persons away."""

from __future__ import annotations

from bench.accuracy.english_template import find

TEMPLATES = [
    *find(
        "resume",
        """
«person»
«Software engineer|Registered nurse|Quantity surveyor|Marketing lead»
«@phone|@phone»  «mail»

EXPERIENCE
«Kestrel Works|Meridian Bio|Northgate» — 20«n»–present. Led a team of «n»; cut costs by «n»%.
EDUCATION
BSc «Chemistry|Computing|History», 20«n»
References on request.
""",
        """
CURRICULUM VITAE
Name: «person»
Date of birth: «day»
Passport No.: «passport»
Phone: «phone»
E-mail: «mail»
WeChat: «wechat»
Languages: English (C2), Mandarin (HSK «5|6»)
""",
    ),
    *find(
        "medical-letter",
        """
«Lakeside Clinic|Riverton General Hospital», Outpatients

Re: «person», DOB «day», NI number «nino»

Dear Dr «last»,

Thank you for referring this patient, who can be reached on «phone» («mobile|home|partner's phone»). Blood pressure was 13«n»/8«4|6».
I have started «lisinopril 10 mg|metformin 500 mg» and will see «him|her|them» again in «n» weeks.

Yours sincerely,
Dr «person»
""",
        """
Discharge summary. Patient «person» (SSN «ssn»), admitted «day». Emergency contact: spouse, «phone».
Diagnosis: pneumonia. Ward tel. extension «n3». Follow-up by video; link goes to «mail».
""",
    ),
    *find(
        "bank-letter",
        """
Dear «Mr|Ms|Mx» «last»,

We have «set up|cancelled» the standing order from your account «iban» as you asked on «day».
«Your card ending in 4821 stays active.|»

If this was not you, call the number on the back of your card.
""",
        """
Please transfer the deposit of EUR «money» to:

Account holder: «person»
IBAN: «iban»
Reference: «order»
""",
        """
Dispute form
Cardholder: «person»
Card number: «card»   Expiry: 0«4|7»/2«7|9»
Amount: USD «money»   Merchant ref: «order»
Daytime phone: «phone»
""",
        """
I was charged twice on my «visa|mastercard|credit card» «card» on «day». Please refund the second one. — «person»
""",
    ),
    *find(
        "support-ticket",
        """
Ticket «order»
Channel: «web|phone|chat»
Customer wrote: «Hello|Hi there», I can't sign in any more. My «account|login» is «mail» and my number is «phone».
Agent «first»: «I have reset it.|Could you try again?»
""",
        """
[#«n3»«n3»] Refund not received
«person» <«mail»> wrote on «day»:
> paid with card «card», order «order»
> «please call me back on|you can reach me at» «phone» «after six|any time»
""",
        """
Live chat transcript
Visitor: is this secure? can I give my social here?
Agent: yes
Visitor: «ssn»
Agent: thank you, and your date of birth?
Visitor: «day»
""",
        """
Device report: laptop «part», MAC «mac», last seen from «ip» on «day». User «mail».
""",
    ),
    *find(
        "hr-table",
        """
employee,ssn,phone,email,start
⟦3-6⟧«person»,«ssn»,«phone»,«mail»,«day»
⟦/⟧""",
        """
Name | NI No | Sort code | IBAN | Mobile
--- | --- | --- | --- | ---
⟦2-5⟧«person» | «nino» | 20-«n»-«n» | «iban» | «phone»
⟦/⟧""",
        """
Payroll «day»
⟦3-5⟧№. «person»	NINO «nino»	net «money»
⟦/⟧""",
        """
No.;Traveller;Nationality;Passport;Expiry
⟦2-4⟧№;«person»;«British|Indian|German|Japanese»;«passport»;«day»
⟦/⟧""",
    ),
    *find(
        "tax-form",
        """
Form W-9 «(copy)|»
1 Name: «person»
5 Address: «n3» Maple Street, Apt «n»
Part I  Social security number: «ssn»
Part II Certification. Date «day»
""",
        """
Starter checklist
Surname: «last»   First name: «first»
National Insurance number: «nino»
Are you a student? No. Statement B applies.
""",
    ),
    *find(
        "travel-booking",
        """
Booking reference «rand20»
Passenger: «last»/«first» MR
Passport: «passport» (exp. «day»)
Contact: «phone», «mail»
Flight BA«n3», seat «n»A, «n» kg. E-ticket 125-«digits10»
""",
        """
Hi, we land on «day» at 10:«n». My passport number is «passport», my wife's is «passport». WhatsApp «phone». «first»
""",
        """
Hotel registration: guest «person», passport no. «passport», car plate «plate» in bay «n», e-mail «mail».
""",
    ),
    *find(
        "visa-letter",
        """
To the Visa Section

This is to certify that «Mr|Ms» «person», holder of «British|US|Australian» passport No. «passport», has worked with us since «day».
«He|She» will travel to China to visit «name», mobile «mobile», «identity card|resident ID» «id».

«person», HR manager
""",
        """
Invitation letter
Inviter: «name» (ID No. «id»)
Address: «addr»
Invitee: «person», passport «passport», born «day»
Relationship: friend
""",
    ),
    *find(
        "freelance-invoice",
        """
INVOICE «order»
From: «person», sole trader
Email «mail» · Phone «phone»
Pay to IBAN «iban» within «n» days
Total due: EUR «money»
""",
    ),
    *find(
        "legal-letter",
        """
Our ref: «order»

Dear «Sir|Madam»,

We act for «person» (national insurance number «nino»), whose private mobile is «phone» and whose e-mail is «mail».
Take notice that, unless GBP «money» is paid by «day», proceedings will follow.
""",
        """
AFFIDAVIT. I, «person», SSN «ssn», being duly sworn, state: on «day» I sent «wallet» the sum of 0.«n3» BTC and never heard again.
""",
    ),
    *find(
        "school-newsletter",
        """
Class 4B news — «day»

Bake sale on Friday! «first»'s mum is organising it: text her on «phone» or write to «mail».
Lost: one red scarf. «Found|Also lost»: a lunch box.
""",
        """
Carpool list (please do not forward)
⟦3-5⟧№) «first» «last», parent mobile «phone», plate «plate»
⟦/⟧""",
    ),
    *find(
        "minutes",
        """
Minutes, «day»
Present: «person», «person», «person»
2. The new volunteer left her details: «mail», «phone».
3. The leak was traced to «ip», device «mac».
""",
        """
Action items
- «first» to book the venue
- «first» to send the speaker's data (passport «passport», email «mail») to the embassy
- donate page: wallet «wallet»
""",
    ),
    *find(
        "forum",
        """
Selling two tickets for Saturday, «GBP|USD» «money» each. Call or text «phone», or DM. Payment: «wallet».
""",
        """
anyone else got scammed by this guy? his number was «phone», mail «mail», btc «wallet»
""",
        """
PSA from my router log: «ip» keeps probing port 22, «ip» too. My own box is «mac».
""",
        """
Looking for a flatmate from «day», 5 min to the tube. Ring «first» on «phone» — no agents.
""",
        """
my ip is «ip» is that bad? ifconfig also says ether «mac»
""",
    ),
    *find(
        "mail",
        """
From: «person» <«mail»>
To: «person» <«workmail»>
Date: «day»
Subject: «Re: keys|Dinner|Your parcel»

Hi «first»,
my new number is «phone»«, the old one stops working today|». The other address, «mail», «is gone|still works».
«first»
""",
        """
--
«person»
«m|mob|cell»: «phone»
«mail»
""",
        """
Cc: «mail», «mail»; «mail»
Sorry for the wide distribution.
""",
    ),
    *find(
        "json",
        """
{"guest":"«person»","card":"«card»","cvv":"***","phone":"«phone»","ip":"«ip»","order":"«order»"}
""",
        """
<customer><name>«person»</name><ssn>«ssn»</ssn><iban>«iban»</iban><mail>«mail»</mail><id>«digits10»</id></customer>
""",
    ),
]
