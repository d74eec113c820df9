using System.Text;
using System.Text.Json.Nodes;

namespace WalkBuddyBot.IntegrationTests.Fuzzing;

/// <summary>Breaks an activity a little, in its tree or in its bytes.</summary>
internal static class Mutations
{
    private const int MostObjects = 20;

    private static readonly string[] Names = ["__proto__", "$type", "$id", "constructor", "Text", "TYPE", "unknown", "", "value", "text", "name"];

    public static byte[] Mutate(JsonObject activity, Random random)
    {
        for (var times = random.Next(1, 3); times > 0; times--)
        {
            Change(activity, random);
        }

        var text = activity.ToJsonString();
        return random.Next(12) switch
        {
            0 => Flipped(Encoding.UTF8.GetBytes(text), random),
            1 => Encoding.UTF8.GetBytes(Broken(text, random)),
            _ => Encoding.UTF8.GetBytes(text),
        };
    }

    private static void Change(JsonObject activity, Random random)
    {
        var at = Somewhere(activity, random);
        var name = at.Count > 0 && random.Next(5) > 0 ? at.ElementAt(random.Next(at.Count)).Key : OddTexts.Pick(random, Names);
        switch (random.Next(6))
        {
            case 0:
                at.Remove(name);
                break;
            case 1 when at.ContainsKey(name):
                var moved = at[name];
                at.Remove(name);
                at[name.ToUpperInvariant()] = moved;
                break;
            case 2 when at.ContainsKey(name):
                at[name] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 300)).Select(_ => at[name]?.DeepClone())]);
                break;
            default:
                at[name] = Odd(at[name], random);
                break;
        }
    }

    private static JsonObject Somewhere(JsonObject root, Random random)
    {
        var all = Objects(root).Take(MostObjects).ToList();
        return all[random.Next(all.Count)];
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(property => Objects(property.Value)).Prepend(one),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    // Mostly a text for a text, so that enough of the broken ones are taken in; what is refused is tried by the others.
    private static JsonNode? Odd(JsonNode? old, Random random) =>
        old is JsonValue && old.GetValueKind() == System.Text.Json.JsonValueKind.String && random.Next(3) > 0 ? OddTexts.Any(random) : Odd(random);

    private static JsonNode? Odd(Random random) => random.Next(12) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => OddTexts.Pick(random, 0, -1, int.MaxValue, 0.1, 1e308, 9007199254740993d),
        3 => new JsonObject(),
        4 => new JsonArray(),
        5 => Deep(random.Next(1, 40)),
        6 => OddTexts.Pick(random, "0000-00-00T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "-0001-01-01", "2026-02-30T25:61:61+99:99"),
        7 => new JsonArray([.. Enumerable.Range(0, random.Next(2000)).Select(i => new JsonObject { ["id"] = $"{i}" })]),
        8 => new JsonObject { ["__proto__"] = new JsonObject { ["admin"] = true }, ["$type"] = "System.Object, mscorlib", ["$ref"] = "1" },
        9 => new string('x', random.Next(1, 20_000)),
        _ => OddTexts.Any(random),
    };

    private static JsonNode Deep(int depth)
    {
        JsonNode node = "x";
        for (; depth > 0; depth--)
        {
            node = new JsonArray(node);
        }

        return node;
    }

    private static byte[] Flipped(byte[] bytes, Random random)
    {
        for (var flips = random.Next(1, 4); flips > 0; flips--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    private static string Broken(string text, Random random) => random.Next(7) switch
    {
        0 => text[..random.Next(text.Length)],
        1 => text + OddTexts.Pick(random, "{}", ",", "\0", "//x"),
        2 => "\uFEFF" + text,
        3 => text[..^1] + ",\"text\":\"again\"}",
        4 => text[..^1] + ",\"text2\":\"\\ud800\"}",
        5 => text[..^1] + ",\"text2\":\"\\u0000\"}",
        _ => "[" + text + "]",
    };
}
