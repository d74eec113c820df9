using System.Text.Json.Nodes;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.IntegrationTests.Fuzzing;

/// <summary>What is sent: every kind of activity, filled in an envelope.</summary>
internal static class Kinds
{
    private static readonly string[] Presses =
    [
        .. typeof(Verbs).GetFields().Where(field => field.IsLiteral && field.FieldType == typeof(string)).Select(field => (string)field.GetRawConstantValue()!),
        "no such verb", "__proto__", "",
    ];

    public static readonly IReadOnlyList<(string Name, Action<JsonObject, Random> Fill)> All =
    [
        ("text", (activity, random) => Message(activity, OddTexts.Any(random))),
        ("text in a format", (activity, random) => Message(activity, OddTexts.Any(random))["textFormat"] = OddTexts.Pick(random, "plain", "markdown", "xml", "x")),
        ("mention", Mention),
        ("mention of others", (activity, random) => Mentions(activity, random, "29:somebody")),
        ("no text", (activity, _) => activity["type"] = "message"),
        ("submit", (activity, random) => Press(activity, Data(random))),
        ("submit of teams", (activity, random) => Press(activity, Data(random))["value"]!["msteams"] = new JsonObject { ["type"] = "messageBack" }),
        ("submit of a text", (activity, random) => Press(activity, OddTexts.Any(random))),
        ("submit of a list", (activity, random) => Press(activity, new JsonArray(Data(random), 5, null))),
        ("file", (activity, _) => Message(activity, "")["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = "https://elsewhere.example/x.png", ["name"] = "x.png" })),
        ("html copy", (activity, random) => Message(activity, OddTexts.Any(random))["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = "<p>hi</p>" })),
        ("expected replies", (activity, random) => Message(activity, OddTexts.Any(random))["deliveryMode"] = "expectReplies"),
        ("notification", (activity, random) => Message(activity, OddTexts.Any(random))["deliveryMode"] = "notification"),
        ("somebody came", (activity, _) => Members(activity, "membersAdded", (string)activity["from"]!["id"]!)),
        ("the bot came", (activity, _) => Members(activity, "membersAdded", (string)activity["recipient"]!["id"]!)),
        ("all came", (activity, random) => Members(activity, "membersAdded", [.. Enumerable.Range(0, random.Next(500)).Select(i => $"29:{i}"), "28:bot"])),
        ("somebody left", (activity, _) => Members(activity, "membersRemoved", (string)activity["from"]!["id"]!)),
        ("the bot left", (activity, _) => Members(activity, "membersRemoved", (string)activity["recipient"]!["id"]!)),
        ("installed", (activity, _) => Install(activity, "add")),
        ("removed", (activity, _) => Install(activity, "remove")),
        ("upgraded", (activity, _) => Install(activity, "add-upgrade")),
        ("removed for an upgrade", (activity, _) => Install(activity, "remove-upgrade")),
        ("installed otherwise", (activity, random) => Install(activity, OddTexts.Any(random))),
        ("join", (activity, _) => Named(activity, "event", "webchat/join")),
        ("event", (activity, random) => Named(activity, "event", "x" + OddTexts.Any(random))),
        ("execute", (activity, random) => Named(activity, "invoke", "adaptiveCard/action")["value"] = Execute(random)),
        ("execute, replies expected", (activity, random) => ExpectingReplies(Named(activity, "invoke", "adaptiveCard/action"))["value"] = Execute(random)),
        ("execute of nothing", (activity, _) => Named(activity, "invoke", "adaptiveCard/action")),
        ("invoke", (activity, random) => Named(activity, "invoke", OddTexts.Pick(random, "task/fetch", "composeExtension/query", "signin/verifyState", "x"))),
        ("reaction", (activity, _) => Named(activity, "messageReaction", null)["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" })),
        ("reaction taken back", (activity, _) => Named(activity, "messageReaction", null)["reactionsRemoved"] = new JsonArray(new JsonObject { ["type"] = "like" })),
        ("end", (activity, _) => Named(activity, "endOfConversation", null)["code"] = "completedSuccessfully"),
        ("nothing to do", (activity, random) => Named(activity, OddTexts.Pick(random, "typing", "trace", "messageUpdate", "messageDelete", "handoff", "x"), null)),
    ];

    private static JsonObject Message(JsonObject activity, string text)
    {
        activity["type"] = "message";
        activity["text"] = text;
        return activity;
    }

    private static void Mention(JsonObject activity, Random random) => Mentions(activity, random, (string)activity["recipient"]!["id"]!);

    private static void Mentions(JsonObject activity, Random random, string id)
    {
        var name = OddTexts.Pick(random, "<at>WalkBuddyBot</at>", "<at>a&nbsp;b</at>", "<at></at>", "<at>(.*)+</at>", "");
        Message(activity, $"{name} {OddTexts.Any(random)} {name}");
        activity["entities"] = new JsonArray(
            new JsonObject { ["type"] = "mention", ["text"] = name, ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = "WalkBuddyBot" } },
            new JsonObject { ["type"] = "mention" });
    }

    private static JsonObject Press(JsonObject activity, JsonNode value)
    {
        activity["type"] = "message";
        activity["replyToId"] = "1";
        activity["value"] = value;
        return activity;
    }

    private static JsonObject Data(Random random) => new()
    {
        ["verb"] = OddTexts.Pick(random, Presses),
        ["about"] = OddTexts.Pick<JsonNode>(random, "00000000-0000-0000-0000-000000000001", "x", 5, new JsonObject()),
        ["minutes"] = OddTexts.Any(random),
        ["id"] = "somebody else's",
    };

    private static JsonObject Execute(Random random) => new()
    {
        ["action"] = new JsonObject { ["type"] = OddTexts.Pick(random, "Action.Execute", "Action.Submit"), ["id"] = "x", ["verb"] = OddTexts.Pick(random, Presses), ["data"] = Data(random) },
        ["trigger"] = OddTexts.Pick(random, "manual", "automatic", "x"),
    };

    private static void Members(JsonObject activity, string field, params string[] ids)
    {
        activity["type"] = "conversationUpdate";
        activity[field] = new JsonArray([.. ids.Select(id => new JsonObject { ["id"] = id })]);
    }

    private static void Install(JsonObject activity, string action)
    {
        activity["type"] = "installationUpdate";
        activity["action"] = action;
    }

    private static JsonObject Named(JsonObject activity, string type, string? name)
    {
        activity["type"] = type;
        activity["name"] = name;
        return activity;
    }

    private static JsonObject ExpectingReplies(JsonObject activity)
    {
        activity["deliveryMode"] = "expectReplies";
        return activity;
    }
}
