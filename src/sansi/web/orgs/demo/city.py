"""演示单位 · The units of Yunqiao, a city on no map: code, unit above, name, name in English."""

from __future__ import annotations

ROOT = "YQ"
CITY = ("云桥市", "Yunqiao City")
_UNITS = """
YQ01   YQ     市政府办公室         Municipal Government Office
YQ0101 YQ01   政务公开科           Open Government Section
YQ0102 YQ01   信息化中心           Information Centre
YQ0103 YQ01   政务服务大厅         Public Service Hall
YQ02   YQ     市委机关党委         Party Committee of the Municipal Offices
YQ0201 YQ02   第一党支部           First Party Branch
YQ0202 YQ02   第二党支部           Second Party Branch
YQ0203 YQ02   离退休党支部         Party Branch of the Retired
YQ03   YQ     教育局               Education Bureau
YQ0301 YQ03   第一中学             First Middle School
YQ0302 YQ03   实验小学             Experimental Primary School
YQ0303 YQ03   梧桐幼儿园           Wutong Kindergarten
YQ0304 YQ03   职业技术学校         Vocational School
YQ04   YQ     卫生健康局           Health Bureau
YQ0401 YQ04   人民医院             People's Hospital
YQ0402 YQ04   社区卫生服务中心     Community Health Centre
YQ05   YQ     文化和旅游局         Culture and Tourism Bureau
YQ0501 YQ05   图书馆               City Library
YQ0502 YQ05   博物馆               City Museum
YQ06   YQ     民政局               Civil Affairs Bureau
YQ07   YQ     财政局               Finance Bureau
YQ08   YQ     生态环境局           Ecology and Environment Bureau
YQ09   YQ     交通运输局           Transport Bureau
YQ10   YQ     应急管理局           Emergency Management Bureau
YQ11   YQ     融媒体中心           City Media Centre
YQ12   YQ     水务公司             Water Company
YQ13   YQ     青石街道办事处       Qingshi Subdistrict Office
YQ1301 YQ13   柳岸社区             Liu'an Community
YQ1302 YQ13   书院社区             Shuyuan Community
"""
UNITS = tuple(
    (code, above, zh, en)
    for code, above, zh, en in (line.split(None, 3) for line in _UNITS.split("\n") if line)
)
# Merged on the first day, so that the tree has a history: code, above, names, merged into.
MERGED = ("YQ99", "YQ", "旅游发展中心", "Tourism Development Centre", "YQ05")
RENAMED = ("YQ11", "广播电视台", "Broadcasting Station")
"""A unit, and what it was called before."""
