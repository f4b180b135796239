"""英文公开文字 · More published English with nothing private: manuals, timetables, minutes, papers, sports, recipes, law."""

# ruff: noqa: E501 - a line of a made-up document or a row of a table is as long as it is

from __future__ import annotations

from bench.accuracy.english_template import spare

TEMPLATES = [
    *spare(
        "manual",
        """
«Dishwasher|Scanner|Drone» user guide, P/N 700-«n3»-«n», revision «ver»
1. Press and hold for «n» seconds. 2. Enter the default PIN printed on the label. 3. Connect to the network shown.
Spare parts: «part», «part». Service line: «office».
""",
        """
Set a strong password under Settings. The password field accepts letters, digits and !@#$%^&*. If you forget the
password, hold Reset for 10 seconds. The device then answers at 192.168.0.1 (subnet 255.255.255.0).
""",
        """
Torque table: M6 «n» Nm, M8 «n» Nm. Part 9«n3»-«n3»-«n» replaces 9«n3»-«n3»-«n». Firmware «build» or later. Battery 18650, 3400 mAh.
""",
    ),
    *spare(
        "timetable",
        """
Bus 138   dep. 06:«n»  07:«n»  08:«n»   platform 4
Train G1«n3»  Beijing South 09:«n» – Shanghai Hongqiao 13:«n»   seat 12F, CNY 553
Flight CA1«n3» T3 gate C«n», flight MU5«n3» T2. Information: «office».
""",
        """
Office hours Mon-Fri 09:00-12:00, 13:30-17:30. Room A-«n3». Extension «n3»4. Reception «switch». Parking: bays 101-150.
""",
    ),
    *spare(
        "paper",
        """
Methods. We sampled «n5» posts (p < 0.00«n», 95 % CI 1.38-1.59). Code: doi:10.5281/zenodo.«n3»«n3»«n». Grant no. 6«n3»«n»0«n3». ORCID 0000-0002-1825-0097.
Correspondence: the editorial office, «role».
""",
        """
References
[«n»] «last» J., «last» K. On tokens and types. J. Ling. 138(5), 1391-1402 (20«n»). ISSN 0024-3841.
[«n»] «last» P. et al. Secret sharing revisited. LNCS 15«n3», pp. 150-166. ISBN «isbn».
""",
        """
Table 2. Mean (SD): 13.8 (1.2), 15.9 (3.4), 18.6 (5.5). Gene IDs ENSG00000139618, rs1801133; accession NM_0000«n»; PDB 1A«n».
""",
    ),
    *spare(
        "law",
        """
Section «n»(«n»)(a): No person shall disclose a secret of state. "Confidential information" means information marked or known as such.
Gazette no. «n3»/20«n», p. 1«n3». The register is public.
""",
        """
The court (case no. «n3»-CV-0«n3»«n») dismissed the claim. Docket 1:2«n»-cr-00«n3». The password-sharing clause was void.
""",
        """
Terms of use: you must keep your password secret, must not share API keys, and are liable for use of your token.
We may send codes to your phone. Contact: «role» or «switch».
""",
    ),
    *spare(
        "sports-and-leisure",
        """
Results: lane 4 «person» 1:«n».«n3»; lane 5 «person» 1:«n».«n3». Attendance «n5». Bib numbers 138, 1391, 15023.
""",
        """
Recipe: «n3» g flour, 2 eggs, 1 pinch of salt. The secret ingredient is patience. Oven at 180 °C for «n» minutes. Serves 4-6.
""",
        """
Book club: «isbn» «The Secret Agent|A Token of Love|Passport to Paris», £«n».99, 320 pp. Voting closes on «day».
""",
        """
Lottery: «n»-«n»-«n»-«n»-«n», bonus «n». Draw 20«n3»«n». Ticket sales «n5». Gamble responsibly: «office».
""",
    ),
    *spare(
        "security-advice",
        """
Never tell anybody your SSN, card number or one-time password. A bank asks for none of them. Scam calls often begin with
+00 or show an unknown number. Report to «office» or «role».
""",
        """
How a Chinese ID number is built: six digits of place, eight of birth (YYYYMMDD), three in sequence, and one check
character. An example in the standard's form is 11010519YYMMDD001X; a masked one looks like «masked».
""",
        """
An IBAN has two letters, two check digits and up to thirty characters, e.g. GBkk BBBB SSSS SSCC CCCC CC. A National
Insurance number looks like QQ 12 34 56 C; an SSN like AAA-GG-SSSS; a UK mobile like 07xxx xxxxxx.
""",
        """
Regular expressions for secrets: AKIA[0-9A-Z]{16}, ghp_[A-Za-z0-9]{36}, xox[baprs]-[0-9a-zA-Z-]{10,48}, sk_live_[0-9a-zA-Z]{24},
-----BEGIN (RSA|EC) PRIVATE KEY-----, eyJ[A-Za-z0-9_-]+\\. and (?i)password\\s*[:=]\\s*\\S+
""",
        """
Phishing mails say "verify your password: click here". The link http://login.example.com.evil.example/ is not ours.
""",
    ),
    *spare(
        "open-data",
        """
station_id,lat,lon,pm25,updated
⟦3-7⟧1«n3»A,«coord»,«n».«n»,«epoch»
⟦/⟧""",
        """
sku;ean;stock;price
⟦3-7⟧«digits9»;4006381333931;«n3»;«n».95
⟦/⟧""",
        """
date,open,high,low,close,volume
⟦3-6⟧2024-0«n»,138.«n»,139.«n»,13«n».1,138.«n»,«digits9»
⟦/⟧""",
        """
case_id | filed | outcome | days
⟦3-6⟧«order» | «day» | closed | «n3»
⟦/⟧""",
        """
{"type":"FeatureCollection","features":[{"type":"Feature","id":"«digits10»","geometry":{"type":"Point","coordinates":[121.4737021,31.2303904]},"properties":{"osm_id":"«digits9»","ref":"G15"}}]}
""",
    ),
    *spare(
        "office-signature",
        """
Kind regards,
Planning Department
Riverton Borough Council
T «switch» | F «switch» | «role»
""",
        """
此致 / Regards
«Harbour City|Northgate» 外事办公室 Foreign Affairs Office
电话 Tel：«switch»   传真 Fax：«switch»   邮箱 E-mail：«role»
""",
        """
Unsubscribe: «role». Postal: PO Box «n3»«n», Riverton. VAT no. GB«digits9». Registered in England no. 0«n3»«n3»«n».
""",
    ),
    *spare(
        "it-notice",
        """
Maintenance on «day»: VPN 10.«n».0.0/16 is down from 22:00. Your password stays valid. Ticket «order».
""",
        """
Password expiry: in «n» days. Change it at https://password.riverton.gov.uk (intranet). Help: extension «n3»4.
""",
        """
DNS change: www CNAME web.riverton.gov.uk; TTL 3600; MX 10 mail.riverton.gov.uk; A 203.0.113.«n»; AAAA 2001:db8::«n»; TXT "v=spf1 -all"
""",
        """
Supported ciphers: TLS_AES_256_GCM_SHA384, ECDHE-RSA-AES128-GCM-SHA256. KB50«n3»«n»; CVE-2025-«n3»«n»; Windows «build»; Office 16.0.«n3»«n».20«n3».
""",
        """
docker image ls
REPOSITORY   TAG     IMAGE ID       SIZE
«word»       «ver»   «sha7»a1b2c   «n3»MB
CONTAINER ID «sha7»d3e4f  0.0.0.0:8080->80/tcp, :::8080->80/tcp
""",
        """
Port 3306 open on «qip»; nmap done: 256 addresses (0.0.0.0/24). MAC Address: 00:00:00:00:00:00 (Xerox). Latency 0.0«n»s.
""",
    ),
    *spare(
        "survey",
        """
Your answers: Q1 «n», Q2 no. Phone: (leave blank). E-mail: ______________ SSN: ___-__-____ ID card no.: □□□□□□□□□□□□□□□□□□
""",
        """
Name: ____________  Passport No.: ____________  Mobile: ____________
I agree to the terms. Signature: ____________ Date: ____________
""",
        """
Please fill in your WeChat ID, QQ number and plate number on page 2. Fields marked * are required (IBAN: 15-34 characters).
""",
    ),
]
