package org.risktriage.service.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.risktriage.service.pages.PageAssets;
import org.risktriage.service.pages.PageFile;
import org.risktriage.service.pages.PageTemplate;
import org.risktriage.triage.RulePack;
import org.risktriage.triage.RulePack.Rule;

/**
 * The pages of a rule book: without a script, and with links that hold wherever the pages lie. The same packs on the same day
 * give the same bytes. Safe for use by many threads.
 */
public final class BookPages {
    private static final PageTemplate INDEX = new PageTemplate("rule-book");
    private static final PageTemplate PACK = new PageTemplate("rule-pack");
    private static final PageTemplate CASES = new PageTemplate("rule-cases");
    private static final PageTemplate RULE = new PageTemplate("rule");
    private static final PageTemplate QUESTIONS = new PageTemplate("rule-questions");
    private static final PageTemplate CRITERIA = new PageTemplate("rule-criteria");

    private final RuleBook book;
    private final @Nullable String assets;
    private final Map<String, Supplier<PageFile>> pages = new TreeMap<>();

    private BookPages(RuleBook book, @Nullable String assets) {
        this.book = book;
        this.assets = assets;
        add("index.html", INDEX, () -> IndexPage.of(book));
        add("questions.html", QUESTIONS, () -> LookUpPages.questions(book));
        add("criteria.html", CRITERIA, () -> LookUpPages.criteria(book));
        for (RulePack pack : book.packs()) {
            add(Link.to(pack).href(), PACK, () -> PackPage.of(book, pack));
            add(Link.toCases(pack).href(), CASES, () -> cases(pack));
            for (Rule rule : book.own(pack)) {
                add(Link.to(pack, rule).href(), RULE, () -> RulePage.of(book, pack, rule));
            }
        }
    }

    /**
     * The pages as the service serves them, beside its other pages.
     *
     * @param book the book
     * @return the pages
     */
    public static BookPages served(RuleBook book) {
        return new BookPages(book, PageTemplate.ASSETS);
    }

    /**
     * Writes the pages into a folder, with all that they use.
     *
     * @param book the book
     * @param folder where to; it is made if it is not there
     * @return how many pages were written
     * @throws IOException if they cannot be written
     */
    public static int write(RuleBook book, Path folder) throws IOException {
        BookPages pages = new BookPages(book, null);
        for (Map.Entry<String, Supplier<PageFile>> page : pages.pages.entrySet()) {
            Path path = folder.resolve(page.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, page.getValue().get().content());
        }
        PageAssets.write(PageAssets.shell(), folder.resolve("assets"));
        return pages.pages.size();
    }

    /**
     * The paths of the pages, from the first one.
     *
     * @return the paths
     */
    public Set<String> paths() {
        return Set.copyOf(pages.keySet());
    }

    /**
     * One page.
     *
     * @param path its path
     * @return the page, or null if there is none
     */
    public @Nullable PageFile page(String path) {
        Supplier<PageFile> page = pages.get(path);
        return page == null ? null : page.get();
    }

    private void add(String path, PageTemplate template, Supplier<Map<String, Object>> values) {
        String root = "../".repeat((int) path.chars().filter(c -> c == '/').count());
        pages.put(path, () -> {
            Map<String, Object> all = new HashMap<>(values.get());
            all.put("root", root);
            all.put("day", BookText.day(book.day()));
            return new PageFile(PageFile.HTML, template.page(assets == null ? root + "assets" : assets, all));
        });
    }

    private static Map<String, Object> cases(RulePack pack) {
        Map<String, List<CaseText.Shown>> files = new TreeMap<>();
        for (RulePack.WorkedCase worked : pack.cases()) {
            files.computeIfAbsent(worked.file().replace(".yaml", ""), file -> new ArrayList<>())
                    .add(CaseText.of(pack, worked));
        }
        return Map.of(
                "pack",
                Link.to(pack),
                "files",
                files.entrySet().stream()
                        .map(file -> Map.of("file", file.getKey(), "cases", file.getValue()))
                        .toList());
    }
}
