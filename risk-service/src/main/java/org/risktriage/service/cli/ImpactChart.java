package org.risktriage.service.cli;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler;
import org.risktriage.triage.desk.ImpactReport;
import org.risktriage.triage.desk.ImpactReport.Crossing;
import org.risktriage.triage.desk.ImpactReport.LevelMove;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Who moves, as a picture: a bar for each way between levels and for each criterion that cases lose or gain. */
final class ImpactChart {
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 620;
    private static final int SHARPNESS = 2;
    private static final int ROTATION = 20;
    private static final int SMALL = 13;
    private static final int LARGE = 18;
    private static final double BAR = 0.7;
    /** Told apart also by people who see no red or green, and in grey. */
    private static final Color UP = new Color(0x00, 0x72, 0xB2);

    private static final Color DOWN = new Color(0xD5, 0x5E, 0x00);
    private static final String SVG = "http://www.w3.org/2000/svg";

    private ImpactChart() {}

    /** A bar: how many cases, and whether they move up. */
    private record Bar(String words, @Nullable Long cases, boolean up) {}

    static void png(ImpactReport report, Path file) throws IOException {
        System.setProperty("java.awt.headless", "true");
        BufferedImage image = new BufferedImage(WIDTH * SHARPNESS, HEIGHT * SHARPNESS, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.scale(SHARPNESS, SHARPNESS);
        chart(report).paint(graphics, WIDTH, HEIGHT);
        graphics.dispose();
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("No writer of PNG");
        }
    }

    static void svg(ImpactReport report, Path file) throws IOException {
        System.setProperty("java.awt.headless", "true");
        SVGGraphics2D graphics = new SVGGraphics2D(document());
        graphics.setSVGCanvasSize(new java.awt.Dimension(WIDTH, HEIGHT));
        chart(report).paint(graphics, WIDTH, HEIGHT);
        try (Writer out = new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            graphics.stream(inWords(graphics.getRoot(), report), out, true, false);
        }
    }

    /** Letters are drawn as shapes: what they say stands beside them, for who has it read aloud. */
    private static Element inWords(Element root, ImpactReport report) {
        List<String> words = new ArrayList<>();
        for (Bar bar : bars(report)) {
            words.add(bar.words() + (bar.cases() == null ? "" : " " + bar.cases()));
        }
        Element title = root.getOwnerDocument().createElementNS(SVG, "title");
        title.setTextContent(title(report));
        Element description = root.getOwnerDocument().createElementNS(SVG, "desc");
        description.setTextContent(below(report) + " " + String.join(", ", words));
        root.insertBefore(description, root.getFirstChild());
        root.insertBefore(title, description);
        return root;
    }

    private static String title(ImpactReport report) {
        return "Who moves: " + DiffText.name(report.before()) + " to " + DiffText.name(report.after()) + ", values of "
                + report.on();
    }

    private static Document document() throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            return factory.newDocumentBuilder().getDOMImplementation().createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IOException(e);
        }
    }

    private static CategoryChart chart(ImpactReport report) {
        List<Bar> bars = bars(report);
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title(report))
                .xAxisTitle(below(report))
                .yAxisTitle("cases")
                .build();
        List<String> words = bars.isEmpty() ? List.of("nobody moves") : words(bars);
        chart.addSeries("up, or a route gained", words, heights(bars, true)).setFillColor(UP);
        chart.addSeries("down, or a route lost", words, heights(bars, false)).setFillColor(DOWN);
        style(chart.getStyler());
        return chart;
    }

    private static void style(org.knowm.xchart.style.CategoryStyler styler) {
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
        styler.setLegendLayout(Styler.LegendLayout.Horizontal);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setOverlapped(true);
        styler.setAvailableSpaceFill(BAR);
        styler.setLabelsVisible(true);
        styler.setLabelsPosition(1.0);
        styler.setXAxisLabelRotation(ROTATION);
        styler.setYAxisDecimalPattern("#,##0");
        styler.setYAxisMin(0.0);
        styler.setLocale(Locale.ENGLISH);
        styler.setDecimalPattern("#,##0");
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, LARGE));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, SMALL));
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, SMALL));
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, SMALL));
        styler.setLabelsFont(new Font(Font.SANS_SERIF, Font.BOLD, SMALL));
    }

    private static String below(ImpactReport report) {
        Long same = report.moved().same();
        return String.format(Locale.ROOT, "%,d ", report.caseload().cases())
                + (report.caseload().synthetic()
                        ? "thought-up cases (seed " + report.caseload().seed() + "), of nobody. "
                        : "cases. ")
                + (same == null ? "" : String.format(Locale.ROOT, "%,d do not move. ", same))
                + "Counts under 5, and those that would give them away, are held back.";
    }

    /** Each way between two levels that some case takes or may take, then each criterion. */
    private static List<Bar> bars(ImpactReport report) {
        List<Bar> bars = new ArrayList<>();
        List<String> levels =
                report.levels().stream().map(LevelMove::to).distinct().toList();
        for (LevelMove move : report.levels()) {
            int from = levels.indexOf(move.from());
            int to = levels.indexOf(move.to());
            if (from != to) {
                add(bars, move.from() + " to " + move.to(), move.cases(), to > from);
            }
        }
        List<Crossing> crossings = new ArrayList<>(report.criteria());
        crossings.add(report.referrals());
        for (Crossing crossing : crossings) {
            add(bars, crossing.id() + " gained", crossing.gained(), true);
            add(bars, crossing.id() + " lost", crossing.lost(), false);
        }
        return bars;
    }

    private static void add(List<Bar> bars, String words, @Nullable Long cases, boolean up) {
        if (cases == null || cases > 0) {
            bars.add(new Bar(cases == null ? words + " (held back)" : words, cases, up));
        }
    }

    private static List<String> words(List<Bar> bars) {
        return bars.stream().map(Bar::words).toList();
    }

    private static List<@Nullable Number> heights(List<Bar> bars, boolean up) {
        List<@Nullable Number> heights = new ArrayList<>();
        for (Bar bar : bars) {
            Long cases = bar.cases();
            heights.add(bar.up() == up && cases != null ? cases : null);
        }
        if (bars.isEmpty()) {
            heights.add(0);
        }
        return heights;
    }
}
