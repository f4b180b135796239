"""差一点的 · Near misses: one thing away from data or a credential, each in the company it is really met in."""

from __future__ import annotations

import random
import string
from collections.abc import Callable

from bench.accuracy.credentials_values import ALNUM, HEX, UPPER_HEX, draw
from bench.accuracy.doc import Doc, Gold, Writer
from bench.accuracy.english_template import spare
from bench.accuracy.english_values import iban, luhn, uscc


def _not_luhn(rng: random.Random) -> str:
    """Sixteen digits that begin like a card and fail its check digit."""
    right = luhn(rng.choice(("4", "51", "6222", "6217")) + draw(rng, string.digits, 12))[:16]
    body = right[:15]
    return body + str((int(luhn(body)[-1]) + rng.randint(1, 9)) % 10)


def _not_iban(rng: random.Random) -> str:
    """An IBAN one of whose check digits is off by one."""
    text = iban(rng).text
    return text[:3] + str((int(text[3]) + 1) % 10) + text[4:]


def _not_uscc(rng: random.Random) -> str:
    """A credit code with another check character."""
    text = uscc(rng).text
    return text[:17] + rng.choice([c for c in "0123456789" if c != text[17]])


def _long_number(rng: random.Random) -> str:
    """A mobile number's look in the middle of a longer one."""
    return f"13{draw(rng, string.digits, rng.randint(10, 17))}"


MAKERS: dict[str, Callable[[random.Random], str]] = {
    "notcard": _not_luhn,
    "notiban": _not_iban,
    "notuscc": _not_uscc,
    "longnum": _long_number,
    "hexpairs": lambda r: ":".join(draw(r, HEX, 2) for _ in range(r.choice((4, 5, 8, 20)))),
    "guidhex": lambda r: draw(r, UPPER_HEX, 24),
    "slug": lambda r: "-".join(
        draw(r, string.ascii_lowercase, r.randint(3, 9)) for _ in range(r.randint(3, 6))
    ),
    "youtube": lambda r: draw(r, ALNUM + "-_", 11),
    "oid24": lambda r: draw(r, HEX, 24),
    "base62": lambda r: draw(r, ALNUM, r.randint(16, 28)),
    "partdash": lambda r: (
        f"{draw(r, string.digits, 3)}-{draw(r, string.digits, 2)}-{draw(r, string.digits, 3)}"
    ),
    "decimals": lambda r: f"{r.random():.17f}",
    "range": lambda r: f"{r.randint(1000, 4000)}-{r.randint(4001, 9999)}",
    "clock": lambda r: f"{r.randint(0, 23):02d}:{r.randint(0, 59):02d}:{r.randint(0, 59):02d}",
}

TEMPLATES = [
    *spare(
        "near-miss",
        """
contract_no,batch,length
⟦2-5⟧«notcard»,«longnum»,«decimals»
⟦/⟧""",
        """
Contract «notcard» replaces «notcard». The typo «notiban» was refused by the bank's form.
""",
        """
企业编码 «notuscc» 校验不通过，系统提示“代码有误”；流水 «longnum»。
""",
        """
ObjectId("«oid24»"), ObjectId("«oid24»"), _rev: "«n»-«md5»"
""",
        """
https://www.youtube.com/watch?v=«youtube»&t=«n3»s
https://docs.kestrelworks.io/d/«base62»«base62»/edit#gid=«digits9»
https://cdn.kestrelworks.io/«slug»/«sha256».js?v=«epoch»
""",
        """
serial number: «hexpairs»
X509v3 Subject Key Identifier: «hexpairs»
Signature Algorithm: sha256WithRSAEncryption
""",
        """
«clock» start, «clock» end, lap «partdash», heat «range», seed «digits10»
""",
        """
weights = [«decimals», -«decimals», «decimals»]
ids = [«digits9», «digits10», «longnum»]
""",
        """
aria-describedby="token-help-«n3»" class="«slug»" data-key="«slug»" id="password-field-«n»"
""",
        """
ENV PATH=/opt/«word»/bin:$PATH PYTHONUNBUFFERED=1
EXPOSE 8080
docker run -p 8080:80 -p 127.0.0.1:5432:5432 -u 1000:1000 «word»:«ver»
mysql -u root -p
ssh -p 2222 deploy@«word».internal
psql -h localhost -U postgres -W
""",
        """
pass: «n3», fail: «n», skip: «n»
pass=«n3» fail=0
tokens: «n5»  secrets: 3  keys: «n»
PASS tests/test_«word».py::test_password_is_hashed (0.«n3» s)
passed=True, key=lambda x: x, pwd=/home/ci/«word»
PWD=/srv/«word»
OLDPWD=/root
""",
        """
SELECT COUNT(*) FROM orders WHERE created_at > '2024-0«n3»' AND phone LIKE '138%' AND id_card IS NOT NULL;
ALTER TABLE users ADD COLUMN password VARCHAR(128) NOT NULL DEFAULT '';
""",
        """
UNCLASSIFIED

Public summary «order». Classification: Public. Distribution unlimited. TLP:CLEAR.
""",
        """
password_reset_token = models.CharField(max_length=64, blank=True, default="")
password2 = forms.CharField(widget=forms.PasswordInput, label="Repeat password")
raise ValidationError("Passwords don't match")
token = secrets.token_urlsafe(32)
SECRET_KEY = get_random_secret_key()
api_key: str = Field(..., description="the key of your account")
""",
        """
@Value("${spring.datasource.password}") private String password;
password: ENC(G6N718UuyPE5bHyWKyuLQSm02auQPUtm)
jasypt.encryptor.password=${JASYPT_PASSWORD}
""",
        """
Host «word»
  HostName «word».internal
  IdentityFile ~/.ssh/id_ed25519
  User deploy
  PasswordAuthentication no
""",
        """
secrets:
  db_password:
    file: ./secrets/db_password.txt
services:
  db: {image: "postgres:16", environment: {POSTGRES_PASSWORD_FILE: /run/secrets/db_password}, secrets: [db_password]}
""",
        """
credentials('nexus-deploy')
withCredentials([string(credentialsId: 'sonar-token', variable: 'SONAR_TOKEN')]) { sh 'mvn -Dsonar.token=$SONAR_TOKEN verify' }
passwordVariable: 'PASS', usernameVariable: 'USER'
""",
        """
const token = localStorage.getItem('token');
axios.defaults.headers.common['Authorization'] = 'Bearer ' + token;
if (!password) return res.status(400).json({ message: 'password is required' });
export const selectToken = (s) => s.auth.token;
""",
        """
<PackageReference Include="Kestrel.«word»" Version="«build»" />
<PublicKeyToken>b77a5c561934e089</PublicKeyToken>
publicKeyToken=b03f5f7f11d50a3a, ProjectGuid {«uuid»}
""",
        """
curl -H "Authorization: Bearer $TOKEN" -u "$USER:$PASS" https://api.kestrelworks.io/
http://localhost:3000/callback?code=CODE&state=STATE
wss://stream.kestrelworks.io/v1?token={token}
GET /oauth/token?grant_type=password&username={u}&password={p}
""",
        """
color: #«sha7»; sprite «guidhex»; font-face woff2 «integrity»
@media (min-width: 1024px) { .password-meter { width: «n»%; } }
""",
        """
Die Hard 4.0.0.1; section 10.4.3.2 of the manual; draft 1.2.3.4 (version); build «build»; firmware v«build»; schema version 8.8.12.4
""",
        """
+«n»% year on year, (2019) 138 pages, Nos. 150-159, rooms 131/132/133, 1,386,012,3456 grains, $1,380.00-1,390.00
""",
        """
MODEL: AB12CD34E; FLIGHT CA1234; TRAIN G1234; CLASS E12345; BOX C1234567X; REF: ZQ-«n»-«n»-«n»-C; SIZE 京A
""",
        """
0x0000000000000000000000000000000000000000 is the zero address; block hash «txhash»; selector 0xa9059cbb
""",
    ),
]


def _places(doc: Doc) -> list[tuple[int, int, Gold | None]]:
    found: list[tuple[int, int, Gold | None]] = [(g.start, g.end, g) for g in doc.gold]
    return sorted(found + [(start, end, None) for start, end in doc.doubt], key=lambda place: place[0])


def joined(rng: random.Random, one: Callable[[random.Random], Doc]) -> Doc:
    """Two or three documents in one, as mails quote tickets and tickets quote logs; negative if all of them are."""
    docs = [one(rng) for _ in range(rng.choice((2, 2, 3)))]
    w, glue = (
        Writer(),
        rng.choice(("\n\n", "\n---\n", "\n\n-----Original Message-----\n", "\n\n===\n\n", "\n")),
    )
    for i, d in enumerate(docs):
        w.say(glue if i else "")
        at = 0
        for start, end, gold in _places(d):
            w.say(d.text[at:start])
            if gold:
                w.put(d.text[start:end], gold.type, gold.disguise)
            else:
                w.doubt(d.text[start:end])
            at = end
        w.say(d.text[at:])
    langs = {d.lang for d in docs}
    return w.doc(
        "joined", negative=all(d.negative for d in docs), lang=langs.pop() if len(langs) == 1 else "mixed"
    )
