package org.risktriage.triage.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Where the parts of a YAML file stand. */
final class YamlPlaces {
    private final @Nullable Node root;

    private YamlPlaces(@Nullable Node root) {
        this.root = root;
    }

    /** The places of a text that the reader of packs has accepted as YAML, or none. */
    static YamlPlaces of(String text) {
        try {
            return new YamlPlaces(new Compose(LoadSettings.builder()
                            .setMaxAliasesForCollections(0)
                            .build())
                    .composeString(text)
                    .orElse(null));
        } catch (YamlEngineException | StackOverflowError e) {
            return new YamlPlaces(null);
        }
    }

    /**
     * One place.
     *
     * @param line from 1; 0 where it is not known
     * @param column from 1; 0 where it is not known
     * @param value the text that stands there; empty where that is a list or an object
     */
    record Place(int line, int column, String value) {
        private static Place of(Node node) {
            Optional<Mark> mark = node.getStartMark();
            return new Place(
                    mark.map(start -> start.getLine() + 1).orElse(0),
                    mark.map(start -> start.getColumn() + 1).orElse(0),
                    node instanceof ScalarNode scalar ? scalar.getValue() : "");
        }
    }

    /** The place of a value; where it is missing, that of the nearest thing around it. */
    Place value(String pointer) {
        return place(pointer, false);
    }

    /** The place of a key. */
    Place key(String pointer) {
        return place(pointer, true);
    }

    private Place place(String pointer, boolean ofKey) {
        Node node = root;
        if (node == null) {
            return new Place(0, 0, "");
        }
        String[] names =
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1);
        Place key = Place.of(node);
        for (String name : names) {
            if (node instanceof MappingNode map) {
                NodeTuple tuple = map.getValue().stream()
                        .filter(entry -> name.equals(text(entry.getKeyNode())))
                        .findFirst()
                        .orElse(null);
                if (tuple == null) {
                    return ofKey ? key : Place.of(node);
                }
                key = Place.of(tuple.getKeyNode());
                node = tuple.getValueNode();
            } else if (node instanceof SequenceNode list && name.matches("\\d{1,6}")) {
                int index = Integer.parseInt(name);
                if (index >= list.getValue().size()) {
                    return Place.of(node);
                }
                node = list.getValue().get(index);
                key = Place.of(node);
            }
        }
        return ofKey ? key : Place.of(node);
    }

    /** Every scalar of the file, keys too. No recursion: lists may lie as deep in each other as the file is long. */
    Stream<Place> scalars() {
        List<Place> scalars = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>();
        if (root != null) {
            open.push(root);
        }
        while (!open.isEmpty()) {
            Node node = open.pop();
            List<Node> parts = new ArrayList<>();
            if (node instanceof MappingNode map) {
                map.getValue().forEach(entry -> {
                    parts.add(entry.getKeyNode());
                    parts.add(entry.getValueNode());
                });
            } else if (node instanceof SequenceNode list) {
                parts.addAll(list.getValue());
            } else {
                scalars.add(Place.of(node));
            }
            // The first part is to be looked at first.
            for (int i = parts.size() - 1; i >= 0; i--) {
                open.push(parts.get(i));
            }
        }
        return scalars.stream();
    }

    /** The keys of an object. */
    List<Place> keys(String pointer) {
        Node node = root;
        for (String name :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            if (node instanceof MappingNode map) {
                node = map.getValue().stream()
                        .filter(entry -> name.equals(text(entry.getKeyNode())))
                        .map(NodeTuple::getValueNode)
                        .findFirst()
                        .orElse(null);
            } else if (node instanceof SequenceNode list
                    && name.matches("\\d{1,6}")
                    && Integer.parseInt(name) < list.getValue().size()) {
                node = list.getValue().get(Integer.parseInt(name));
            }
        }
        return node instanceof MappingNode map
                ? map.getValue().stream()
                        .map(entry -> Place.of(entry.getKeyNode()))
                        .toList()
                : List.of();
    }

    /** The texts that stand under a key in each entry of a list. */
    List<String> each(String list, String key) {
        return root instanceof MappingNode map
                ? map.getValue().stream()
                        .filter(entry -> list.equals(text(entry.getKeyNode())))
                        .map(NodeTuple::getValueNode)
                        .filter(SequenceNode.class::isInstance)
                        .flatMap(node -> ((SequenceNode) node).getValue().stream())
                        .filter(MappingNode.class::isInstance)
                        .flatMap(node -> ((MappingNode) node).getValue().stream())
                        .filter(entry -> key.equals(text(entry.getKeyNode())))
                        .map(entry -> text(entry.getValueNode()))
                        .toList()
                : List.of();
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
