using System.Text.Json.Nodes;

namespace WalkBuddyBot.IntegrationTests.Fuzzing;

/// <summary>Who writes where: the shape that each channel gives to everything it sends.</summary>
internal static class Envelopes
{
    private const int People = 40;

    public static readonly IReadOnlyList<(string Name, Func<Random, JsonObject> Make)> All =
    [
        ("teams personal", random => Teams(random, "personal")),
        ("teams group", random => Teams(random, "groupChat")),
        ("teams channel", random => Teams(random, "channel")),
        ("webchat", random => Plain(random, "webchat")),
        ("directline", random => Plain(random, "directline")),
        ("emulator", random => Plain(random, "emulator")),
        ("test", random => Plain(random, "test")),
    ];

    private static JsonObject Teams(Random random, string scope)
    {
        var person = random.Next(People);
        var conversation = scope == "personal" ? $"a:{person}" : $"19:{person % 7}@thread.tacv2" + (scope == "channel" ? ";messageid=1" : "");
        return new()
        {
            ["timestamp"] = "2026-11-23T09:00:00.0000000Z",
            ["localTimestamp"] = "2026-11-23T10:00:00.0000000+01:00",
            ["localTimezone"] = OddTexts.Pick(random, "Europe/Lisbon", "America/New_York", "Asia/Kathmandu", "Mars/Olympus"),
            ["channelId"] = "msteams",
            ["serviceUrl"] = "http://localhost:56150/_connector/",
            ["from"] = new JsonObject { ["id"] = $"29:{person}", ["name"] = $"Person {person}", ["aadObjectId"] = $"00000000-0000-0000-0000-{person:000000000000}" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "WalkBuddyBot" },
            ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = scope, ["tenantId"] = "tenant", ["isGroup"] = scope != "personal" },
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-US", ["country"] = "US", ["platform"] = "Web", ["timezone"] = "Europe/Lisbon" }),
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "tenant" } },
            ["locale"] = "en-US",
        };
    }

    private static JsonObject Plain(Random random, string channel)
    {
        var person = random.Next(People);
        return new()
        {
            ["timestamp"] = "2026-11-23T09:00:00.000Z",
            ["channelId"] = channel,
            ["serviceUrl"] = "http://127.0.0.1:56150",
            ["from"] = new JsonObject { ["id"] = $"user-{person}", ["name"] = "User", ["role"] = "user" },
            ["recipient"] = new JsonObject { ["id"] = "bot", ["name"] = "Bot", ["role"] = "bot" },
            ["conversation"] = new JsonObject { ["id"] = $"{channel}-{person}" },
            ["localTimezone"] = "Europe/Lisbon",
            ["locale"] = "en-US",
            ["channelData"] = new JsonObject { ["clientActivityID"] = $"{random.Next()}" },
        };
    }
}
