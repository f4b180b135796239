"""话里的凭据 · Credentials in what people write to each other: chats, mails, tickets, wikis, post-mortems, forums."""

# ruff: noqa: E501 - a line of a made-up document or a row of a table is as long as it is

from __future__ import annotations

from bench.accuracy.english_template import find, spare

ENGLISH = [
    *find(
        "chat",
        """
[«ts»] «first»: «morning|hey all|hi team», can anyone «log into|get into|reach» the staging «console|box|db»?
[«ts»] «first»: «sure|yep|yes», user is «dbuser» and the password is «pw»
[«ts»] «first»: «thanks!|ta|that worked, cheers»
""",
        """
«first»  «n»:«n» «AM|PM»
vpn kicked me out again, «what's the new password?|did someone rotate it?»
«first»  «n»:«n» «AM|PM»
it's «pw» now. pls don't post it in #general «:pray:|lol|»
""",
        """
#ops-«word»
«first»: the deploy bot «lost its token|can't push», I made a new «issuer#1» one
«first»: «tok#1»
«first»: drop it in the «env|vault|CI settings» as «var#1» and restart «word»
""",
        """
«first»: wifi for the «3rd floor|guest room|workshop»?
«first»: network «Kestrel-5G|NORTHGATE_GUEST|Oaktree-Office», pw: «pw»
""",
        """
<«first»> what's the conn string for «dbname»?
<«first»> «conn»
<«first»> read only right?
<«first»> «nope, be careful|yes|should be»
""",
        """
@«first» here you go — «issuer#1» key «tokalone#1», expires in «n» days. «Don't share.|Keep it to yourself please.|»
""",
        """
«first»: try `«dbuser»` / `«pw»` on https://admin.«dbname».kestrelworks.io
«first»: in, thanks
""",
        """
«first»: zoom for the interview, passcode «pin», and the HR portal login is pass: «pw»
""",
    ),
    *find(
        "mail",
        """
From: «first» <«workmail»>
Subject: «Access to the reporting database|Your new account|Handover before my leave»

Hi «first»,

«As discussed,|Before I go on leave,|Sorry for the delay.» here «are|is» «the login details|what you need» for the «dbname» system:

    Server:   «dbhost»
    User:     «dbuser»
    Password: «pw»

«Please change it after the first login.|Let me know if it does not work.|I'd rather not resend this.»

Regards,
«first»
""",
        """
Subject: Re: integration keys

Dear partner team,

Your production credentials «are as follows|have been created»:

«var#1»: «tok#1»
«var#2»: «tok#2»

The sandbox stays open until «day».
""",
        """
Subject: temporary password

Hello «first»,

A temporary password has been set for your account «dbuser»: «pw»
It expires in «n» hours. If you did not ask for this, «call the service desk|ignore this message».
""",
        """
Hi both,

I rotated the S3 user this morning. The access key is «awsid» and the secret is «awssecret» («us-east-1|eu-west-2»).
«Old ones die on Friday.|Please update the Jenkins job.»

«first»
""",
        """
Hi «first»,
the archive is encrypted, «the passphrase is|use the password|password to open it:» «pw».
Best, «first»
""",
    ),
    *find(
        "ticket",
        """
OPS-«n3»: «word» job fails with 401
Reporter: «person»   Priority: High   Created: «day»

Steps to reproduce:
1. «cmd»
2. see "access denied"

Comment («first»): the old value was rotated, use «var#1» = «tok#1» «from now on|instead».
""",
        """
[PROJ-«n3»] Cannot log in to «word» admin
Description
 - URL: https://«word».northgate.co.uk/admin
 - Login: «dbuser»
 - Pass: «pw»
Expected: dashboard opens. Actual: spinner for ever.
""",
        """
Ticket #«n3»«n3» — «Printer|NAS|Router» access
Admin page credentials: «dbuser»/«pw»
Firmware «ver», S/N ends in «n3».
""",
    ),
    *find(
        "wiki",
        """
# Onboarding: «word» team

1. Clone the repository and copy `.env.sample`.
2. Set `«var#1»` to `«tok#1»`.
3. Run `make dev`; the local admin is `admin`, «password|its password is» `«pw»`.
4. Ask «first» for a badge.
""",
        """
## Runbook: restore «dbname»

Stop the writers, then on the «bastion|jump host»:

```
«cmd»
```

If the replica lags, connect with `«conn»` and check `pg_stat_replication`.
""",
        """
### Shared accounts («last reviewed|updated» «day»)

| system | user | password |
|---|---|---|
⟦2-4⟧| «Jenkins|Nexus|Grafana|Zabbix|SonarQube|Harbor» | «dbuser» | «pw» |
⟦/⟧
""",
        """
# «word»-service

## Quick start

```bash
git clone https://git.kestrelworks.io/«word».git
export «var#1»=«tok#1»
docker compose up -d
```

Then open http://localhost:8080 and log in with the password «pw».
""",
    ),
    *find(
        "post-mortem",
        """
Incident review — leaked «issuer#1» credential («day»)

Summary. At «n»:«n» UTC our scanner reported that commit «sha7» of the public fork contained `«tok#1»`.
Impact. The key was live for «n» minutes; «n» requests came from «ip».
Root cause. «A debug print was left in.|A test fixture was copied from production.»
Action items: revoke (done), rewrite history (open), teach the hook (open).
""",
        """
What happened: the backup script called

    «cmd»

and the process list was shipped to the log index, where «n» people could read it. We «rotated|will rotate» the account.
""",
    ),
    *find(
        "forum",
        """
«Newbie question|Help please|Stuck for two days»: «getting 403|keeps timing out» with the «issuer#1» API

my code:

    headers = {"Authorization": "Bearer «jwt»"}
    r = requests.get(URL, headers=headers)

also tried «var#1»=«tok#1» but same error. what am I doing wrong??
""",
        """
Q: Spring Boot can't connect to MySQL on another machine

spring.datasource.url=jdbc:mysql://«dbhost»:3306/«dbname»
spring.datasource.username=«dbuser»
spring.datasource.password=«pwsafe»

Telnet to 3306 works. Any idea?
""",
        """
> did you configure the client at all?

yes, this is my ~/.aws/credentials:

[default]
aws_access_key_id = «awsid»
aws_secret_access_key = «awssecret»

and still "Unable to locate credentials" «:(|..»
""",
    ),
]

CHINESE = [
    *find(
        "chat-zh",
        """
«first»：测试环境的数据库密码是多少？
«first»：«pw»，«别外传|用完记得改|下周会换»
""",
        """
【运维群】«first»：VPN账号«dbuser»，密码«pw»，有效期到月底。
""",
        """
刚换了OSS的key：AccessKeyId «aliid»，AccessKeySecret «alisecret»，麻烦更新到nacos。
""",
        """
COS密钥SecretId为«txid»，SecretKey为«txsecret»，bucket在ap-guangzhou。
""",
        """
小程序的AppSecret：«wxsecret»，AppID是wx«n3»abc«n3»def«n3»12«n», 请勿提交到仓库
""",
        """
告警机器人地址换成这个：«@ding|@feishu|@wecom»，旧的停用了
""",
        """
服务器登录：root/«pw»，端口22022，机房有白名单。
""",
        """
后台管理员账号admin，初始密码：«pw»。首次登录请修改。
""",
        """
各位老师好，阅卷系统网址 https://yj.school.cn ，用户名为工号，统一口令为«pw»，«请登录后尽快修改|切勿转发»。
""",
        """
deepseek的api key我放这：«deepseek» «额度还剩200块|大家省着用»
""",
        """
push不上去就用我的token吧 «gh» 别弄丢
""",
        """
连接串：«conn»（生产库，«小心操作|只读»）
""",
        """
会议室WiFi：Office-5G 密码：«pwhuman»
""",
        """
ssh密码«pwhuman»已失效，新密码改为«pwhuman»
""",
        lang="mixed",
    ),
    *find(
        "mail-zh",
        """
主题：«接口对接信息|系统账号开通»

«first»您好：

贵司的对接参数如下：
接口地址：https://api.huaxin-tech.cn/v2
appId：«n3»«n3»
«var#1»：«tok#1»
数据库账号：«dbuser»
数据库密码：«pw»

如有问题请随时联系。
""",
        """
交接说明
1. Jenkins 用户名 «dbuser» 密码 «pw»
2. Git令牌 «@gh|@glpat»
3. 备份命令：«cmd»
4. Redis 连接地址：«conn»
""",
        lang="mixed",
    ),
]

# Words about secrets with no secret in them: each differs from the above in that the value is not there.
HARMLESS = [
    *spare(
        "policy",
        """
Password policy (v«ver»)

Passwords must be at least 12 characters long and mix letters, digits and symbols. Password: never write it down.
Passwords expire after «n3» days. A token is revoked when its owner leaves. API keys are stored in the vault only.
Do not use "password", "123456" or your pet's name as a password.
""",
        """
How to choose a passphrase: take four random words. The secret: length beats symbols. Password managers such as
KeePass help. Your password is never shown to «our staff|the service desk»; we will never ask for it.
""",
        """
Secrets management standard

All credentials: rotated every 90 days. Private keys: generated on the host and never copied. Connection strings:
read from the environment. Token lifetime: 3600 seconds. Owner: «person», review «day».
""",
    ),
    *spare(
        "ui-strings",
        """
login.username=User name
login.password=Password
login.password.hint=At least 8 characters
login.forgot=Forgot your password?
login.error.password=Incorrect password. Please try again.
token.expired=Your token has expired, sign in again
password.reset.sent=We sent a link to your mailbox
secret.question=Secret question
""",
        """
{"password": "Password", "confirmPassword": "Confirm password", "newPassword": "New password", "passwordMismatch": "Passwords do not match", "apiKey": "API key", "apiKeyHelp": "Paste the key from your dashboard", "showSecret": "Show secret"}
""",
        """
msgid "Password:"
msgstr "密码："

msgid "Your password can't be entirely numeric."
msgstr "您的密码不能全部为数字。"

msgid "Token"
msgstr "令牌"
""",
        """
<label for="pw">Password:</label> <input type="password" id="pw" name="password" placeholder="Enter your password" autocomplete="current-password">
<button>Sign in</button> <a href="/password/reset">Forgot password?</a> <span>密码：8-16位字母数字组合</span>
""",
    ),
    *spare(
        "docs-sample",
        """
## Authentication

Send your key in the `Authorization` header:

    curl https://api.kestrelworks.io/v1/items -H "Authorization: Bearer «holder»"

A key looks like `«samplekey»`. Keep it secret. Set it with `export API_KEY=«hole»`.
""",
        """
# Configuration

| variable | default | meaning |
|---|---|---|
| `DATABASE_URL` | `«qconn»` | where the data live |
| `SECRET_KEY` | `«hole»` | signs the sessions; generate it with `openssl rand -hex 32` |
| `AWS_ACCESS_KEY_ID` | `AKIAIOSFODNN7EXAMPLE` | |
| `AWS_SECRET_ACCESS_KEY` | `wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY` | |
""",
        """
A token looks like ghp_xxxxxxxxxxxx and begins with `ghp_`, `gho_` or `github_pat_`. Slack bot tokens begin with xoxb-,
Stripe's secret keys with sk_live_, AWS key ids with AKIA, OpenAI's with sk-. JWTs have three parts separated by dots
and start with eyJ. PEM files begin with "-----BEGIN" and the word PRIVATE KEY.
""",
        """
To test a payment use card number «samplecard» with any future date and CVC 123. For a declined payment use
«samplecard». Publishable keys begin with pk_test_ and may be shown.
""",
        """
Decode it at your own machine: the header `eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9` says the algorithm. Never accept `none`.
""",
        """
Connect: `«qconn»`. Replace `password` by your own. See `man «psql|mysql|redis-cli»`.
Usage: mysql -u <user> -p<password> <database>;  curl -u user:password https://example.com/;  docker login -u USER -p PASSWORD
""",
    ),
    *spare(
        "chat",
        """
«first»: who has the password for «word»?
«first»: it's in the vault, look under «word»/prod
«first»: the password is wrong again :(
«first»: did you reset it? password is case sensitive
""",
        """
«first»: my token expired, «order» is still open
«first»: ask «first» for the new password, it is sent by text message
""",
        """
«first»：密码忘了怎么办？
«first»：点“忘记密码”，验证码会发到手机，«密码要8位以上|口令请向信息科索取»
«first»：token过期了，重新登录就行
""",
    ),
    *spare(
        "fixture",
        """
@pytest.fixture
def user(db):
    return User.objects.create_user("alice", email="alice@example.com", password="password")

def test_login(client, user):
    assert client.post("/login", {"password": "wrong"}).status_code == 403
""",
        """
it('rejects a bad token', async () => {
  const res = await request(app).get('/me').set('Authorization', 'Bearer invalid');
  expect(res.body.error).toBe('token is invalid');
  expect(mask('4242 4242 4242 4242')).toBe('**** **** **** 4242');
});
""",
        """
password = getpass.getpass("Password: ")
token = os.getenv("API_TOKEN")
secret = vault.read("kv/«word»")["secret"]
api_key = settings.API_KEY
passwd = request.form.get("passwd", "")
private_key = load_pem_private_key(path.read_bytes(), password=None)
conn = f"postgresql://{user}:{password}@{host}/{db}"
""",
        """
String password = System.getenv("DB_PASSWORD");
String token = request.getHeader("X-Auth-Token");
private static final String PASSWORD_PATTERN = "^(?=.*[A-Z]).{8,}$";
if (!encoder.matches(rawPassword, user.getPasswordHash())) throw new BadCredentialsException("Bad password");
""",
        """
func (c *Client) SetToken(token string) { c.token = token }
password := flag.String("password", "", "the password; prompts if empty")
const tokenHeader = "X-Token"
log.Printf("password: %s", strings.Repeat("*", len(pw)))
""",
    ),
]

TEMPLATES = [*ENGLISH, *CHINESE, *HARMLESS]
