using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime.Text;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.Tests.Channels;

/// <summary>
/// Every kind of activity as each channel writes it, and exactly what follows: how the channel is answered and what its connector is sent. A
/// file holds what happened <c>before</c> (activities, or <c>{"wait": "PT21M"}</c>) and what <c>arrives</c>; <c>WALKBUDDY_APPROVE=1</c>
/// writes the rest anew, to be read by a person.
/// </summary>
public sealed class GoldenTests
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string Folder = Path.Combine(Tree.Root, "tests", "WalkBuddyBot.Tests", "Channels", "Golden");

    public static TheoryData<string> Cases => [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_activity_is_answered_as_approved(string name)
    {
        var file = Path.Combine(Folder, $"{name}.json");
        var approved = await File.ReadAllTextAsync(file);
        var golden = (JsonObject)JsonNode.Parse(approved)!;
        await using var world = await Connected.OpenAsync();
        foreach (var step in golden["before"]?.AsArray() ?? [])
        {
            await StepAsync(world, step!);
        }

        var sentBefore = world.Channel.Taken.Count;
        var answers = new JsonArray();
        foreach (var arriving in golden["arrives"]!.AsArray())
        {
            answers.Add(await StepAsync(world, arriving!));
        }

        golden["answered"] = answers;
        golden["sent"] = new JsonArray([.. world.Channel.Taken.Skip(sentBefore).Select(JsonNode (sent) =>
            new JsonObject { ["request"] = sent.Request, ["activity"] = sent.Activity })]);
        var seen = golden.ToJsonString(Readable) + "\n";
        if (Environment.GetEnvironmentVariable("WALKBUDDY_APPROVE") == "1")
        {
            await File.WriteAllTextAsync(file, seen);
        }

        Assert.Equal((await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n"), seen.ReplaceLineEndings("\n"));
    }

    private static async Task<JsonNode?> StepAsync(Connected world, JsonNode step)
    {
        if ((string?)step["wait"] is { } wait)
        {
            await world.WaitAsync(PeriodPattern.Roundtrip.Parse(wait).Value.ToDuration());
            return JsonValue.Create("time passed");
        }

        return Written(await world.ArrivesAsync(step));
    }

    private static JsonObject Written(InboundAnswer answer)
    {
        var written = new JsonObject { ["status"] = answer.Status };
        if (answer.Body is { } body)
        {
            written["body"] = JsonNode.Parse(body.GetRawText());
        }

        if (answer.Replies.Count > 0)
        {
            written["activities"] = JsonSerializer.SerializeToNode(answer.Replies, WireJson.Default.IReadOnlyListBotActivity);
        }

        return written;
    }
}
