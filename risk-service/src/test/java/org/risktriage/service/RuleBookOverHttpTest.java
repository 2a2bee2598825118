package org.risktriage.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule book over a real port: open to everybody, and nothing in it but styles of its own host. */
class RuleBookOverHttpTest {
    @RegisterExtension
    static final GuardedService SERVICE = new GuardedService();

    private final Caller caller = SERVICE.caller();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rules/",
                "/rules/index.html",
                "/rules/questions.html",
                "/rules/criteria.html",
                "/rules/plymouth/1.0.0/",
                "/rules/plymouth/1.0.0/cases.html",
                "/rules/england-wales/1.0.0/marac/visible-high-risk.html"
            })
    void pages_are_open_without_credentials_and_run_nothing(String path) {
        Reply reply = caller.get(path);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).startsWith("text/html");
        assertThat(reply.header("content-security-policy"))
                .startsWith("default-src 'none'; style-src 'self'")
                .doesNotContain("script-src");
        assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(reply.body()).contains("/assets/page.css", "<h1").doesNotContain("<script");
    }

    @Test
    void the_book_is_of_the_packs_that_run() {
        assertThat(caller.get("/rules/").body()).contains("Plymouth", "plymouth/1.0.0/index.html");
        assertThat(caller.get("/rules/").body())
                .isEqualTo(caller.get("/rules/index.html").body());
    }

    @Test
    void without_the_stroke_at_its_end_the_address_leads_to_the_book() {
        Reply reply = caller.get("/rules");
        assertThat(reply.status()).isEqualTo(301);
        assertThat(reply.header("location")).endsWith("/rules/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rules/nowhere/1.0.0/",
                "/rules/plymouth/9.9.9/index.html",
                "/rules/../v1/areas",
                "/rules/%2e%2e/v1/areas",
                "/rules/pack.yaml"
            })
    void nothing_else_is_served(String path) {
        assertThat(caller.get(path).status()).isIn(400, 401, 404);
    }
}
