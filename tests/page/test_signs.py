"""What pages show of not being the page that was asked for; and pages that only speak of such things."""

import pytest

from tests.page.test_read import PROSE, read

LINKS = "<main><ul>" + "<li><a href=/x>What ships brought to the quay last year</a>" * 80 + "</ul>"
FURNITURE = "<nav>" + "<a href=/x>Trade and shipping</a>" * 80 + "</nav>"


@pytest.mark.parametrize(
    "source",
    [
        "<title>Page not found</title><h1>Sorry</h1>",
        "<title>404 Not Found</title><center>nginx</center>",
        "<title>Oops! That page can’t be found. – The Quay</title>" + FURNITURE,
        "<title>The Quay</title><h1>404</h1><p>The page you were looking for no longer exists.",
        "<title>Die Seite wurde nicht gefunden | Hafen</title>",
        "<title>Page introuvable - Le Port</title><h1>Erreur 404</h1>",
        "<title>Página no encontrada</title>",
        "<title>Página não encontrada</title>",
        "<title>Страница не найдена</title>",
        "<title>ページが見つかりません</title>",
        "<title>Strona nie została znaleziona</title>",
        "<title>The Quay</title><h1>Hoppla!</h1><p>Die gewünschte Seite ist hier nicht zu haben.",
        "<title>Hafenamt</title><h1>Diese Seite gibt es leider nicht (mehr)</h1>",
        "<title>Le Port</title><h1>Oups ! Cette page n’existe plus</h1>",
        "<title>El Puerto</title><h1>¡Vaya! No encontramos la página</h1>",
        "<title>The Quay</title><h1>Adrift?</h1><p>Error code: 404",
        "<title>Product not found</title>",
        f"<title>Page not found - The Quay</title>{LINKS}<h1>Page not found</h1><p>Sorry.",
        "<meta name=robots content=none><title>Hm</title><p>This content cannot be displayed.",
        "<title>Welcome</title><p>The requested URL was not found on this server.",
        '<meta name=robots content="noindex, nofollow"><title>Hm</title><p>Sorry, this link leads nowhere: the page is gone.',
        f"<title>The Quay</title>{FURNITURE}<main><h1>Oops!</h1><p>That page can’t be found. Maybe try a search?</main>",
        f"<title>Hafen</title>{FURNITURE}<main><h1>Fehler</h1><p>Diese Seite gibt es nicht mehr.</main>",
        f"<title>El Puerto</title>{FURNITURE}<main><h1>¡Vaya!</h1><p>No hemos encontrado la página que buscabas.</main>",
        "<title>ไม่พบหน้าที่คุณต้องการ | ท่าเรือ</title>",
        "<title>港口</title><h1>抱歉\uff0c您访问的页面不存在</h1>",
        "<title>पृष्ठ नहीं मिला</title>",
        "<title>A keresett oldal nem található - Kikötő</title>",
        "<title>عفواً، الصفحة غير موجودة</title>",
        f'<title>Hamneavisa</title><body class="wp error404 hfeed">{FURNITURE}<h1>Ikkje her</h1><p>Prøv forsida.',
    ],
)
def test_a_page_that_says_it_is_not_there(source: str) -> None:
    assert read(source).not_found


@pytest.mark.parametrize(
    "source",
    [
        f"<title>HTTP 404 - A reference</title><h1>HTTP 404</h1>{PROSE}",
        f"<title>Ship not found: the search goes on</title><h1>Ship not found</h1>{PROSE}",
        f"<title>How to write a good error page</title><p>Page not found is what most say.{PROSE}",
        f"<title>Lost and found</title>{PROSE}",
        "<title>Route 404</title><h1>Bus route 404</h1><p>Every ten minutes.",
        "<title>Page not found: 25 error pages we love | The Quay</title><h1>Page not found: 25 error pages we love</h1>",
        f"<title>404 Not Found - HTTP | Docs</title><h1>404 Not Found</h1>{PROSE[:1_500]}",
        f"<title>Ferries</title><h1>Ferries</h1>{PROSE[:1_500]}<div hidden><h2>Page not found</h2></div>",
        f"<title>Errors</title><h1>How we fixed the server</h1><p>It said HTTP error 404 at noon.{PROSE[:400]}",
    ],
)
def test_a_page_about_missing_things_is_there(source: str) -> None:
    assert not read(source).not_found


@pytest.mark.parametrize(
    "source",
    [
        "<title>quay.sim</title><h1>This domain is for sale!</h1>",
        "<title>quay.sim is for sale</title>",
        "<p>Buy this domain. The owner has put it up for auction.",
        "<h1>Diese Domain steht zum Verkauf</h1>",
        "<title>quay.sim</title><script src=//www.sedoparking.com/a.js></script>",
        "<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1>",
        "<title>Account Suspended</title>",
        "<title>Parked domain on a quay</title>",
        "<p>The owner of quay.sim is offering it for sale.",
        "<h1>Die Domain quay.sim ist zu verkaufen</h1>",
        "<h1>Домен продаётся</h1>",
        "<p>Interested in this domain? Inquire about quay.sim now.",
        "<title>quay.sim</title><h1>Домен припаркован</h1><p>Привяжите его к хостингу.",
        "<h1>このドメインは、お名前.comで取得されています。</h1>",
        "<h1>quay.sim</h1><p>This domain was recently registered at Namecheap.",
        "<title>Domain reserviert</title><p>Hier entsteht eine neue Internetpräsenz.",
        '<html data-adblockkey="MFww=="><div id=target></div><script>window.park = "e30=";</script>',
        '<script>window.onload=function(){window.location.href="/lander"}</script>',
        "<h1>Ce domaine est à vendre</h1>",
        "<h1>이 도메인은 판매 중입니다</h1>",
        "<h1>Denna domän är till salu</h1>",
        "<h1>This domain name has been registered with Gandi.net</h1>",
    ],
)
def test_a_domain_without_a_site(source: str) -> None:
    assert read(source).parked


def test_a_report_about_selling_domains_is_a_page() -> None:
    assert not read(f"<title>Why is this domain for sale?</title>{PROSE}").parked


@pytest.mark.parametrize(
    "source",
    [
        "<title>Domaine viticole</title><h1>Un vignoble</h1><p>Ce domaine est à vendre : douze hectares de vignes.",
        "<title>House with a quay</title><p>This property is for sale by its owner.",
        "<title>How to park a name</title><p>Open the settings. You can also list the domain for sale there.",
        "<title>It works! Setting up the server</title><p>When you see it, the server runs.",
    ],
)
def test_what_else_is_for_sale_is_no_domain(source: str) -> None:
    assert not read(source).parked


@pytest.mark.parametrize(
    "source",
    [
        "<title>Just a moment...</title><p>Checking",
        "<title>Attention Required! | Cloudflare</title>",
        "<title>quay.sim</title><p>Verify you are human by completing the action below.",
        "<title>Pardon Our Interruption</title>",
        "<title></title><script src=https://geo.captcha-delivery.com/captcha.js></script>",
        "<h1>Access Denied</h1><p>You don't have permission to access this.",
        "<title>Prüfung</title><p>Bitte bestätigen Sie, dass Sie ein Mensch sind.",
        "<title>Contrôle</title><p>Confirmez que vous n'êtes pas un robot.",
        "<title>Control</title><p>Verifique que es un ser humano para continuar.",
        "<title>Verifica</title><p>Dimostra di non essere un robot.",
        "<title>Controle</title><p>Bevestig dat u een mens bent.",
        "<title>Проверка</title><p>Докажите, что вы не робот.",
        "<title>Making sure you&#39;re not a bot!</title>",
        '<title>Hm</title><script id="anubis_challenge" type="application/json">{}</script><p>Lade...',
        "<title>Вы не робот?</title>",
        "<title>x</title><p>Подтвердите, что запросы отправляли вы, а не робот",
        "<title>安全验证</title><p>请按住滑块",
        "<title>Xác minh</title><h1>Xác minh bạn là con người</h1>",
        "<title>รอสักครู่</title><h1>ตรวจสอบว่าคุณเป็นมนุษย์</h1>",
        "<title>確認</title><p>あなたがロボットではないことを確認してください",
        "<title>Your access to this site has been limited</title>",
        "<script>window.KPSDK={};</script><script src=/ips.js></script>",
        "<script>var s={},sucuri_cloudproxy_js='';</script>",
    ],
)
def test_a_wall_against_robots(source: str) -> None:
    assert read(source).challenge


@pytest.mark.parametrize(
    "source",
    [
        f"<title>Are you a robot?</title>{PROSE}",
        f"<title>News</title><script src=/cdn-cgi/challenge-platform/scripts/jsd/main.js></script>{PROSE}",
        "<title>Write to us</title><form>Name <input name=n> Your message to the harbour master <textarea></textarea></form>",
        "<title>Contact</title><script src=https://challenges.cloudflare.com/turnstile/v0/api.js></script><p>Quay 3.<input name=m>",
        "<title>验证码的历史</title><p>请完成安全验证" + "港务局周一公布了年度报告。" * 60,
    ],
)
def test_a_page_that_mentions_robots_is_no_wall(source: str) -> None:
    assert not read(source).challenge


@pytest.mark.parametrize(
    "source",
    [
        "<title>Log in</title><form><input type=password></form>",
        "<title>Sign in to The Quay</title><p>Welcome back.",
        "<title>The Quay</title><form>Name <input> Password <input type='password'></form>",
        f"<title>Anmelden | Hafen</title>{FURNITURE}<main><form><input type=password></form></main>",
    ],
)
def test_a_page_to_sign_in_on(source: str) -> None:
    assert read(source).sign_in


@pytest.mark.parametrize(
    "source",
    [
        f"<title>The tides</title><header><form>Log in <input type=password></form></header>{PROSE}",
        f"<title>How to log in to old machines</title>{PROSE}",
        "<title>Join</title><p>Make an account <input type=password autocomplete=new-password>",
    ],
)
def test_a_page_with_a_form_beside_it_is_read_without_signing_in(source: str) -> None:
    assert not read(source).sign_in


@pytest.mark.parametrize(
    "source",
    [
        '<script type="application/ld+json">{"isAccessibleForFree": "False"}</script>' + PROSE,
        "<p>The board met.</p><p>Subscribe to continue reading.",
        '<meta property="article:content_tier" content="locked">',
        "<p>Become a member to read the rest of the board’s minutes.",
        "<p>The minutes. Sign up now to keep going? Sign up today to unlock them.",
        "<p>This article is only for our paying subscribers.",
        "<p>Members only.",
        "<p>Jetzt weiterlesen? Weiterlesen mit Hafen+ Abo.",
        "<p>Nur für Abonnenten.",
        "<p>Article réservé à nos abonnés.",
        "<p>Contenido exclusivo para suscriptores.",
        "<p>Riservato agli abbonati.",
        "<p>Alleen voor abonnees.",
        "<p>Exclusivo para assinantes.",
    ],
)
def test_a_page_for_those_who_have_paid(source: str) -> None:
    assert read(source).paywall


def test_a_free_page_has_no_paywall() -> None:
    assert not read(
        '<script type="application/ld+json">{"isAccessibleForFree": true}</script><p>Subscribe to our letter'
    ).paywall


@pytest.mark.parametrize(
    "source",
    [
        "<title>App</title><div id=root></div><script src=a.js></script>",
        "<title>App</title><app-root>Loading…</app-root><script src=a.js></script>",
        "<title>App</title><noscript>Please enable JavaScript to view this page.</noscript>",
        "<title>App</title><body><div><script>import('/start.js')</script></div></body>",
    ],
)
def test_a_shell_that_a_script_fills(source: str) -> None:
    assert read(source).script_built


@pytest.mark.parametrize(
    "source",
    [
        f"<title>App</title><div id=root>{PROSE}</div><script src=a.js></script>",
        "<title>Tides</title><p>High at noon.</p><script src=count.js></script>",
        f"<noscript>Please enable JavaScript for comments.</noscript>{PROSE}",
    ],
)
def test_a_page_that_is_there_without_its_scripts(source: str) -> None:
    assert not read(source).script_built


def test_a_page_taken_over() -> None:
    assert read("<title>Best Online Casino</title><p>Play now: slots, roulette, free spins.").unrelated
    assert read("<title>Buy cheap Viagra</title><p>Online pharmacy, no prescription.").unrelated
    assert read("<title>澳门威尼斯人娱乐城</title><p>真人百家乐、老虎机、彩票投注" * 9).unrelated
    assert read("<title>สล็อตเว็บตรง แตกง่าย</title><p>บาคาร่าออนไลน์ คาสิโนออนไลน์ แทงบอล" * 9).unrelated
    assert read("<title>Казино Вулкан</title><p>Игровые автоматы на деньги, бонус за регистрацию." * 9).unrelated


def test_a_report_about_a_casino_is_not_taken_over() -> None:
    assert not read(f"<title>Board turns down casino on the pier</title>{PROSE}").unrelated
    report = "Slots and baccarat made up for it. A jackpot went unclaimed."
    assert not read(f"<title>Casinos earn less in May</title><p>{report}</p>{PROSE}").unrelated


@pytest.mark.parametrize(
    "source",
    [
        f"<title>Just a moment - a song</title><h1>Just a moment</h1>{PROSE[:700]}",
        "<title>Write to us</title><p>We answer within two days.<textarea></textarea><script src=//hcaptcha.com/1/api.js>",
    ],
)
def test_a_page_with_a_guarded_form_or_a_name_like_a_wall_is_a_page(source: str) -> None:
    assert not read(source).challenge


@pytest.mark.parametrize("source", ["<html><head></head><body></body></html>", "<body>&nbsp;</body>", "<!-- -->\n"])
def test_markup_that_shows_nothing_is_bare(source: str) -> None:
    assert read(source).bare


@pytest.mark.parametrize(
    "source", ["<img src=chart.png>", "<div id=root></div>", "<title>Tides</title>", "<svg></svg>"]
)
def test_markup_that_shows_something_without_words_is_not_bare(source: str) -> None:
    assert not read(source).bare
