"""代码与日志 · Source, logs, terminals and manifests: some with data or credentials, most with look-alikes only."""

# ruff: noqa: E501 - a line of a made-up document or a row of a table is as long as it is

from __future__ import annotations

from bench.accuracy.english_template import find, spare

FOUND = [
    *find(
        "terminal",
        """
«dbuser»@web-«n»:~$ «cmd»
«Last login: |Connected: »«ts»
«dbuser»@web-«n»:~$ df -h | head -2
""",
        """
$ history | tail -«n»
  «n3»  ls -la /srv/«word»
  «n3»  «cmd»
  «n3»  export «var#1»=«tok#1»
  «n3»  git pull --rebase
""",
        """
$ cat ~/.aws/credentials
[«default|prod»]
aws_access_key_id=«awsid»
aws_secret_access_key=«awssecret»
$ aws sts get-caller-identity
""",
        """
PS C:\\> $cred = New-Object PSCredential("«dbuser»", (ConvertTo-SecureString "«pwhuman»" -AsPlainText -Force))
PS C:\\> Get-NetAdapter | fl MacAddress
MacAddress : «mac»
""",
        """
$ curl -H "Authorization: Bearer «bearer»" https://api.northgate.co.uk/v1/«word»
{"status":"ok","took":«n»}
""",
        """
$ curl -X POST -H 'Content-type: application/json' --data '{"text":"deploy done"}' «@slackhook|@ding|@feishu|@wecom»
ok
""",
    ),
    *find(
        "log",
        """
«ip» - - [«ts»] "GET /login?next=/ HTTP/1.1" 200 «n3» "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36"
«ip» - - [«ts»] "POST /api/session HTTP/1.1" 401 «n» "-" "okhttp/4.«n».0"
«qip» - - [«ts»] "GET /healthz HTTP/1.1" 200 2 "-" "kube-probe/1.27"
""",
        """
«ts» sshd[«n3»]: Failed password for invalid user admin from «ip» port «n3»«n» ssh2
«ts» sshd[«n3»]: Accepted publickey for «dbuser» from «ip» port 5«n3» ssh2: ED25519 SHA256:«rand20»
""",
        """
«ts» INFO  [«word»] user registered email=«mail» ip=«ip» request_id=«uuid»
«ts» WARN  [«word»] sms code sent to «@mobile|@phone» provider=aliyun biz_id=«epochms»
""",
        """
«ts» DEBUG config loaded: {'host': '«dbhost»', 'user': '«dbuser»', 'password': '«pwsafe»', 'timeout': 30}
«ts» ERROR could not connect using «conn»
Traceback (most recent call last):
  File "/app/db.py", line «n», in connect
    raise OperationalError(msg)
""",
        """
java.sql.SQLException: Access denied for user '«dbuser»'@'«ip»' (using password: YES)
	at com.mysql.cj.jdbc.exceptions.SQLError.createSQLException(SQLError.java:«n3»)
	at com.huaxin.Dao.open(Dao.java:«n»)
Caused by: url=jdbc:mysql://«dbhost»/«dbname»?user=app&useSSL=false
""",
        """
##[section]Starting: Publish
+ npm publish --access public
+ echo "//registry.kestrelworks.io/:_authToken=«npm»" > .npmrc
##[error]Process completed with exit code 1.
""",
        """
DHCPACK on «qip» to «mac» («first»s-iPhone) via eth0
DHCPACK on «qip» to «mac» (android-«sha7») via eth0
""",
        """
[«ts»] order.create payload={"name":"«name»","mobile":"«mobile»","idCard":"«id»","addr":"«addr»","orderNo":"«digits18»"}
""",
    ),
    *find(
        "code",
        """
import pymysql

conn = pymysql.connect(host="«dbhost»", user="«dbuser»", password="«pw»", database="«dbname»", charset="utf8mb4")
with conn.cursor() as cur:
    cur.execute("select count(*) from t_order where ts > %s", («epoch»,))
""",
        """
from openai import OpenAI

client = OpenAI(api_key="«openai»")  # «TODO remove|my own key|quota 20$»
print(client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "hi"}]))
""",
        """
import oss2
auth = oss2.Auth('«aliid»', '«alisecret»')
bucket = oss2.Bucket(auth, 'https://oss-cn-hangzhou.aliyuncs.com', 'assets-«n»')
""",
        """
const COS = require('cos-nodejs-sdk-v5');
const cos = new COS({ SecretId: '«txid»', SecretKey: '«txsecret»' });
""",
        """
Credential cred = new Credential("«txid»", "«txsecret»");
DefaultProfile profile = DefaultProfile.getProfile("cn-hangzhou", "«aliid»", "«alisecret»");
""",
        """
s3 = boto3.client("s3", aws_access_key_id="«awsid»", aws_secret_access_key="«awssecret»", region_name="cn-north-1")
""",
        """
stripe.api_key = "«stripe»"
bot = telebot.TeleBot("«telegram»")
app.config["SECRET_KEY"] = "«hex32»"
""",
        """
smtp = smtplib.SMTP_SSL("smtp.exmail.qq.com", 465)
smtp.login("«workmail»", "«pw»")
""",
        """
var connection = new SqlConnection("«conn»");
connection.Open(); // «person», «day»
""",
        """
db, err := sql.Open("mysql", "«dbuser»:«pwsafe»@tcp(«dbhost»:3306)/«dbname»")
if err != nil { log.Fatal(err) }
""",
        """
CREATE USER '«dbuser»'@'%' IDENTIFIED BY '«pw»';
GRANT SELECT ON «dbname».* TO '«dbuser»'@'%';
ALTER USER readonly WITH PASSWORD '«pw»';
""",
        """
INSERT INTO customer (id, full_name, id_no, mobile, email) VALUES
⟦2-4⟧  («n3», '«name»', '«id»', '«mobile»', '«mail»'),
⟦/⟧  (0, 'test', NULL, NULL, 'test@example.com');
""",
        """
users:
⟦2-3⟧  - fullName: «name»
    phone: "«mobile»"
    bankCard: "«bank»"
⟦/⟧""",
        """
{"contacts": [{"name": "«person»", "tel": "«phone»", "email": "«mail»", "passportNo": "«passport»"}], "traceId": "«uuid»"}
""",
        """
apiVersion: v1
kind: Secret
metadata: {name: «word», namespace: prod}
type: Opaque
data:
  password: «b64pw»
""",
        """
- name: create database user
  community.mysql.mysql_user:
    name: «dbuser»
    password: "«pw»"
    priv: '«dbname».*:ALL'
""",
        """
      - name: notify
        run: curl -s -X POST https://api.telegram.org/bot«telegram»/sendMessage -d chat_id=-100«digits10» -d text=done
""",
        """
git remote add origin https://«dbuser»:«gh»@github.com/kestrelworks/«word».git
git clone https://oauth2:«glpat»@gitlab.northgate.co.uk/infra/«word».git
""",
        """
# donate
BTC/TRX/ETH: «wallet»
const TREASURY = "«wallet»";
""",
        """
var map = L.map('m').setView([«coord»], 13);
loadGoogleMaps({ key: '«gkey»', v: 'weekly' });
""",
        """
server {
    listen 443 ssl;
    proxy_set_header Authorization "Basic «?basic»";
    allow «ip»;
    deny all;
}
""",
    ),
]

SPARED = [
    *spare(
        "lock",
        """
{
  "lockfileVersion": 3,
  "packages": {
⟦3-6⟧    "node_modules/«word»-«n»": {"version": "«ver»", "resolved": "https://registry.example.org/«word»-«ver».tgz", "integrity": "«integrity»"},
⟦/⟧    "node_modules/end": {"version": "1.0.0"}
  }
}
""",
        """
⟦3-6⟧[[package]]
name = "«word»-«n»"
version = "«ver»"
checksum = "«sha256»"

⟦/⟧""",
        """
⟦4-8⟧«word»==«ver» \\
    --hash=sha256:«sha256» \\
    --hash=sha256:«sha256»
⟦/⟧""",
        """
⟦4-8⟧github.com/kestrel/«word» v«ver»/go.mod h1:«integrity»
⟦/⟧""",
    ),
    *spare(
        "git-log",
        """
⟦2-4⟧commit «sha»
Merge: «sha7» «sha7»
Author: «person» <«first»@users.noreply.github.com>
Date:   Tue Mar 4 1«n3»:00 2025 +0800

    «Fix|Refactor|Document» «word» (#«n3»), see «order»

⟦/⟧""",
        """
⟦5-9⟧«sha7» «Bump|Fix|Drop» «word» to «ver» (#«n3»)
⟦/⟧""",
        """
diff --git a/src/«word».py b/src/«word».py
index «sha7»..«sha7» 100644
--- a/src/«word».py
+++ b/src/«word».py
@@ -«n»,7 +«n»,7 @@ def token(self):
-    password = None
+    password: str | None = None
""",
    ),
    *spare(
        "hashes",
        """
⟦4-9⟧«sha256»  «word»-«ver».tar.gz
⟦/⟧""",
        """
MD5 («word».iso) = «md5»
SHA1: «sha»
ETag: "«md5»"
Digest: sha256:«sha256»
Fingerprint: SHA256:«rand20»«rand20»abc
""",
        """
id,created_at,parent
⟦3-7⟧«uuid»,«ts»,«uuid»
⟦/⟧""",
        """
tx «txhash» confirmed in block «n5»; gas used 21000; to 0x0000000000000000000000000000000000000000
tx «txhash» pending
""",
    ),
    *spare(
        "keys-public",
        """
# ~/.ssh/authorized_keys
⟦1-3⟧«pubkey» «word»@build
⟦/⟧""",
        """
«cert»
""",
        """
# trusted by the gateway; public, may be shared
«cert»
«cert»
""",
        """
|1|«rand20»«rand20»= ssh-ed25519
[git.example.org]:2222 «pubkey»
""",
    ),
    *spare(
        "minified",
        """
!function(e,t){"object"==typeof exports?module.exports=t():e.P=t()}(this,function(){var n=«digits10»,r="«b64»",o=[«n3»,«n5»,«epoch»];return{token:function(e){return e.token||""},password:function(p){return p&&p.length>8}}});
//# sourceMappingURL=data:application/json;base64,«b64»
""",
        """
.a{background:url(data:image/png;base64,«b64»«b64»«b64»)}.b{color:#«sha7»;width:«n»px}
""",
    ),
    *spare(
        "log-quiet",
        """
⟦3-6⟧«ts» INFO  [«word»] request_id=«uuid» took=«n»ms status=200 peer=«qip» seq=«digits18»
⟦/⟧«ts» WARN  [«word»] token refresh failed, retrying in «n» s; password authentication is disabled
""",
        """
«qip» - - [«ts»] "GET /static/app.«sha7».js HTTP/1.1" 304 0 "https://www.example.com/" "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.«n» Safari/605.1.15"
«qip» - - [«ts»] "HEAD / HTTP/1.0" 200 0 "-" "curl/8.«n».0"
""",
        """
PING «qip» («qip») 56(84) bytes of data.
64 bytes from «qip»: icmp_seq=1 ttl=64 time=0.0«n» ms
ether 00:00:00:00:00:00 brd ff:ff:ff:ff:ff:ff; docs use 00:00:5E:00:53:«n»
""",
        """
Exception in thread "main" java.lang.IllegalStateException: token must not be null
	at com.kestrel.«word».Auth.check(Auth.java:«n3»)
	at java.base/java.lang.Thread.run(Thread.java:«n3»)
pid=«n3»«n3» addr=0x00007f«sha7» time=«epochms»
""",
        """
build «build» of «word»: Chrome/«build», libssl «ver», kernel 5.«n».0-«n3»-generic
[=====>    ] «n»% eta 00:«n»:«n»  (job «digits9», run «digits10»)
""",
    ),
    *spare(
        "code-quiet",
        """
func checksum(b []byte) uint32 { return 0xEDB88320 ^ 4294967295 }
var epoch = time.Unix(«epoch», 0)
const maxInt = 9223372036854775807
const magic = "«digits9»", id = «digits18»
""",
        """
CREATE TABLE users (
  id BIGINT PRIMARY KEY, mobile VARCHAR(20), id_card CHAR(18), password_hash CHAR(60) NOT NULL, email VARCHAR(255), bank_card VARCHAR(19)
);
INSERT INTO orders VALUES («digits10», '«order»', «money», «epochms»);
""",
        """
MOBILE_RE = re.compile(r"^1[3-9]\\d{9}$")
ID_RE = re.compile(r"^[1-9]\\d{5}(19|20)\\d{2}(0[1-9]|1[0-2])\\d{2}\\d{3}[\\dXx]$")
EMAIL_RE = r"[\\w.+-]+@[\\w-]+\\.[\\w.]+"
assert mask("13800138000") == "138****8000"
""",
        """
upstream «word» { server «qip»:8080; server «qip»:8080; }
set_real_ip_from 10.0.0.0/8;
ssl_certificate_key /etc/nginx/tls/«word».key;
auth_basic_user_file /etc/nginx/.htpasswd;
""",
        """
# «word» changelog

## «ver» («day»)
- tokens are now hashed («order»)
- passwords longer than 72 bytes are refused
- upgraded openssl «ver» → «ver»; chrome «build»

## «ver»
- first release, DOI 10.1000/«n3».«n3», ISBN «isbn»
""",
        """
env:
  API_TOKEN: ${{ secrets.API_TOKEN }}
  DB_PASSWORD: ${{ secrets.DB_PASSWORD }}
steps:
  - uses: actions/checkout@«sha»
  - run: echo "::add-mask::$TOKEN"
""",
        """
resource "aws_iam_role" "«word»" { arn = "arn:aws:iam::123456789012:role/«word»" }
variable "db_password" { type = string  sensitive = true }
password = var.db_password
token    = data.vault_generic_secret.ci.data["token"]
""",
        """
password: {{ .Values.auth.password | b64enc | quote }}
valueFrom: {secretKeyRef: {name: «word»-db, key: password}}
image: registry.example.com/«word»@sha256:«sha256»
""",
        """
<dependency><groupId>com.kestrel</groupId><artifactId>«word»</artifactId><version>«ver»</version></dependency>
<password>${env.NEXUS_PASSWORD}</password>
<token>@ci.token@</token>
""",
        """
$password = $_POST['password'] ?? '';
if (password_verify($password, $row['hash'])) { session_regenerate_id(true); }
define('DB_PASSWORD', getenv('DB_PASSWORD'));
""",
        """
git clone git@github.com:kestrelworks/«word».git
git+ssh://git@git.kestrelworks.io/«word».git#v«ver»
docker pull ghcr.io/kestrelworks/«word»:«ver»@sha256:«sha256»
npm i @kestrel/«word»@«ver» @types/node@20
""",
        """
points = [(«coord»), («coord»)]
serial = "«part»"  # «part»
tracking = "«order»"; invoice = "«order»"; shipment = "«digits11»"
""",
        """
apiKey: process.env.API_KEY,
password: this.form.value.password,
token: await getToken(),
secret: z.string().min(32),
privateKey: fs.readFileSync('/run/secrets/key.pem'),
authorization: `Bearer ${token}`,
""",
    ),
]

TEMPLATES = [*FOUND, *SPARED]
