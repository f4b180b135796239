"""设置表 · Every `SANSI_*` setting of the web platform. docs/{zh,en}/settings.md are written from it."""

from __future__ import annotations

from sansi.check.model import Both
from sansi.web.settings import kinds
from sansi.web.settings.options import Option

TABLE = (
    Option(
        "SANSI_URL",
        kinds.ORIGIN,
        "http://127.0.0.1:8000",
        Both(
            "人们打开网站用的地址。以 https:// 开头时，Cookie 只走加密连接，并要求浏览器以后都用 HTTPS。",
            "The address people open the site by. With https://, cookies travel encrypted only, and browsers are told to keep to HTTPS.",
        ),
    ),
    Option(
        "SANSI_HOSTS",
        kinds.LIST,
        "",
        Both("网站还应答的其他主机名。", "Other host names that the site answers to."),
    ),
    Option(
        "SANSI_DATA",
        kinds.PATH,
        "sansi-data",
        Both(
            "存放数据库、密钥和备份的文件夹。",
            "The folder that holds the database, the keys and the backups.",
        ),
    ),
    Option(
        "SANSI_DATABASE_URL",
        kinds.DATABASE,
        "",
        Both(
            "数据库。留空时用 SANSI_DATA 里的 SQLite 文件。",
            "The database. Empty: an SQLite file in SANSI_DATA.",
        ),
        secret=True,
    ),
    Option(
        "SANSI_SECRET_KEY",
        kinds.TEXT,
        "",
        Both(
            "给会话和链接签名的密钥，至少 50 个字符。留空时第一次启动会在 SANSI_DATA 里生成。",
            "The key that signs sessions and links, at least 50 characters. Empty: made in SANSI_DATA at the first start.",
        ),
        secret=True,
    ),
    Option(
        "SANSI_PROXIES",
        kinds.whole(0, 9),
        "0",
        Both(
            "网站前面有几层自己的代理。多写了，来访者就能冒充别的地址。",
            "How many proxies of your own stand in front. Too many, and visitors can pretend to another address.",
        ),
    ),
    Option(
        "SANSI_LANGUAGE",
        kinds.choice("zh-hans", "en"),
        "zh-hans",
        Both("浏览器没有说明时用的语言。", "The language where the browser asks for none."),
    ),
    Option(
        "SANSI_TIME_ZONE",
        kinds.ZONE,
        "Asia/Shanghai",
        Both("显示时间用的时区。", "The time zone that times are shown in."),
    ),
    Option(
        "SANSI_EMAIL_URL",
        kinds.MAIL,
        "console:",
        Both(
            "发信的服务器。console: 只把邮件写到日志里。",
            "The server that sends e-mail. console: writes mails to the log only.",
        ),
        secret=True,
    ),
    Option(
        "SANSI_EMAIL_FROM",
        kinds.TEXT,
        "sansi@localhost",
        Both("邮件的发件人。", "Whom e-mails come from."),
    ),
    Option(
        "SANSI_OIDC_URL",
        kinds.URL,
        "",
        Both(
            "本单位统一身份认证（OpenID Connect）的地址。",
            "The address of your own identity provider (OpenID Connect).",
        ),
    ),
    Option(
        "SANSI_OIDC_NAME",
        kinds.TEXT,
        "",
        Both("统一身份认证在登录页上的名称。", "What the sign-in page calls the identity provider."),
    ),
    Option(
        "SANSI_OIDC_CLIENT",
        kinds.TEXT,
        "",
        Both("身份认证方给三思的客户端编号。", "The client id that the identity provider gave Sansi."),
    ),
    Option(
        "SANSI_OIDC_SECRET",
        kinds.TEXT,
        "",
        Both("与客户端编号配套的密钥。", "The secret that belongs to the client id."),
        secret=True,
    ),
    Option(
        "SANSI_CHECK_SIGN_IN",
        kinds.YES_NO,
        "0",
        Both("查稿之前必须先登录。", "Ask people to sign in before they check a draft."),
    ),
    Option(
        "SANSI_CHECK_RULES",
        kinds.OPTIONAL_PATH,
        "",
        Both(
            "本单位的 sansi.toml：自有规则、放行的词。每位作者都看得到。",
            "Your organisation's sansi.toml: rules of its own, words it allows. Every author can see them.",
        ),
    ),
    Option(
        "SANSI_CHECK_CHILDREN",
        kinds.whole(1, 64),
        "2",
        Both(
            "同时检查几份文件或长文；每个进程都有这么多，每份最多用 3 GB 内存。",
            "How many files or long texts are checked at a time, in each server process; each may take up to 3 GB of memory.",
        ),
    ),
    Option(
        "SANSI_CHECK_REQUESTS",
        kinds.whole(0, 1_000_000),
        "1200",
        Both(
            "一个地址每分钟最多检查几次；0 为不限。用令牌的系统不受限。",
            "How often one address may have something checked in a minute; 0 is no limit. Systems with a token have none.",
        ),
    ),
    Option(
        "SANSI_CHECK_TEXT_MB",
        kinds.whole(1, 64),
        "32",
        Both("粘贴的文字最多几兆字节。", "How many megabytes a pasted text may have."),
    ),
    Option(
        "SANSI_CHECK_FILE_MB",
        kinds.whole(1, 500),
        "64",
        Both("上传的文件最多几兆字节。", "How many megabytes a file may have."),
    ),
    Option(
        "SANSI_AUDIT_HEADS",
        kinds.TEXT,
        "",
        Both(
            "每天的审计日头另存到这个文件夹，最好在别的机器上。留空时只发邮件给审计员，并公布在网站上。",
            "A folder, best on another machine, where each day's signed head of the audit log is put as well. "
            "Empty: it goes to the auditors by e-mail and stands on its public page only.",
        ),
    ),
    Option(
        "SANSI_METRICS_KEY",
        kinds.TEXT,
        "",
        Both(
            "读取 /metrics 的密钥。留空时不提供。",
            "The key that opens /metrics. Empty: there is no such page.",
        ),
        secret=True,
    ),
    Option(
        "SANSI_DEMO",
        kinds.YES_NO,
        "0",
        Both("允许演示账号登录，首页注明是演示。", "Let demo accounts sign in, and say so on the home page."),
    ),
    Option(
        "SANSI_DEBUG",
        kinds.YES_NO,
        "0",
        Both("出错时显示程序细节，只供开发。", "Show the program's insides on errors: for development only."),
    ),
)
