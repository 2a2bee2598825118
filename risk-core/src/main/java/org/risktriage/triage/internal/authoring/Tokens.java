package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words and signs of one constraint or consequence. Knows only what the rule profile allows; anything else is a fault.
 */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:"
            + "(?<word>[A-Za-z][A-Za-z0-9]{0,39})"
            + "|(?<variable>\\$[a-z][A-Za-z0-9]{0,39})"
            + "|(?<number>[0-9]{1,9})"
            + "|\"(?<literal>[a-z0-9][a-zA-Z0-9.:_-]{0,79})\""
            + "|(?<sign>==|!=|<=|>=|&&|\\|\\||[<>():,;.])"
            + ")");

    /** What a token is. */
    enum Type {
        WORD,
        VARIABLE,
        NUMBER,
        LITERAL,
        SIGN,
        END
    }

    /**
     * One token.
     *
     * @param type what it is
     * @param text its text, without the quotation marks of a literal
     */
    record Token(Type type, String text) {
        boolean is(String sign) {
            return type != Type.LITERAL && text.equals(sign);
        }

        boolean is(Type kind, String word) {
            return type == kind && text.equals(word);
        }

        /** The token as it is written in DRL. */
        String written() {
            return type == Type.LITERAL ? '"' + text + '"' : text;
        }
    }

    private static final Token END = new Token(Type.END, "");

    private final List<Token> tokens;
    private int next;

    private Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Tokens of(String text) throws ProfileFault {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (!text.substring(at).isBlank()) {
            matcher.region(at, text.length());
            if (!matcher.lookingAt()) {
                throw new ProfileFault(
                        "Only names, $variables, whole numbers, \"words\" in quotation marks and the signs"
                                + " of a comparison are allowed here.");
            }
            tokens.add(token(matcher));
            at = matcher.end();
        }
        return new Tokens(tokens);
    }

    private static Token token(Matcher matcher) {
        for (Type type : new Type[] {Type.WORD, Type.VARIABLE, Type.NUMBER, Type.LITERAL, Type.SIGN}) {
            String text = matcher.group(type.name().toLowerCase(java.util.Locale.ROOT));
            if (text != null) {
                return new Token(type, text);
            }
        }
        throw new IllegalStateException("A match has one of the groups.");
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return next + ahead < tokens.size() ? tokens.get(next + ahead) : END;
    }

    Token take() {
        Token token = peek();
        next++;
        return token;
    }

    boolean takeIf(String sign) {
        if (peek().is(sign)) {
            next++;
            return true;
        }
        return false;
    }

    void expect(String sign) throws ProfileFault {
        if (!takeIf(sign)) {
            throw new ProfileFault("'" + sign + "' is needed here.");
        }
    }

    Token expect(Type type, String what) throws ProfileFault {
        if (peek().type() != type) {
            throw new ProfileFault(what + " is needed here.");
        }
        return take();
    }

    boolean atEnd() {
        return next >= tokens.size();
    }
}
