using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Tests.BotFramework.Messages;

namespace WalkBuddyBot.Tests.BotFramework.Activities;

/// <summary>Strict on the fields it knows, blind to all others.</summary>
public sealed class ActivityReaderTests
{
    private static readonly string[] Texts =
    [
        "type", "id", "timestamp", "localTimestamp", "localTimezone", "serviceUrl", "channelId", "replyToId", "text", "textFormat", "locale",
        "attachmentLayout", "name", "action", "deliveryMode", "inputHint", "summary", "importance", "code", "label", "valueType", "expiration",
        "speak", "topicName", "callerId",
    ];

    private static readonly string[] Objects = ["from", "recipient", "conversation", "channelData", "suggestedActions", "relatesTo"];

    private static readonly string[] Arrays =
        ["attachments", "entities", "membersAdded", "membersRemoved", "reactionsAdded", "reactionsRemoved"];

    public static TheoryData<string, string> WrongTypes
    {
        get
        {
            var data = new TheoryData<string, string>();
            Add(data, Texts, ["5", "true", "{}", "[]"]);
            Add(data, Objects, ["5", "true", "\"x\"", "[]"]);
            Add(data, Arrays, ["5", "true", "\"x\"", "{}", "[5]", "[null]", "[\"x\"]", "[[]]"]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(WrongTypes))]
    public void A_known_field_of_the_wrong_type_is_named(string field, string value)
    {
        var reading = Read(Posted.Message().With(field, JsonNode.Parse(value)).ToJsonString());

        Assert.StartsWith(field, Assert.IsType<ActivityReading.Wrong>(reading).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from", """{"id":5}""", "from.id")]
    [InlineData("from", """{"id":"u","name":5}""", "from.name")]
    [InlineData("from", """{"id":"u","aadObjectId":[]}""", "from.aadObjectId")]
    [InlineData("recipient", """{"id":true}""", "recipient.id")]
    [InlineData("recipient", """{"role":5}""", "recipient.role")]
    [InlineData("conversation", """{"id":"c","isGroup":"true"}""", "conversation.isGroup")]
    [InlineData("conversation", """{"id":"c","isGroup":1}""", "conversation.isGroup")]
    [InlineData("conversation", """{"id":"c","conversationType":{}}""", "conversation.conversationType")]
    [InlineData("conversation", """{"id":"c","tenantId":5}""", "conversation.tenantId")]
    [InlineData("conversation", """{"id":"c","name":5}""", "conversation.name")]
    [InlineData("membersAdded", """[{"id":"x"},{"id":5}]""", "membersAdded[1].id")]
    [InlineData("membersRemoved", """[{"name":5}]""", "membersRemoved[0].name")]
    [InlineData("reactionsAdded", """[{"type":5}]""", "reactionsAdded[0].type")]
    [InlineData("reactionsRemoved", """[{"type":{}}]""", "reactionsRemoved[0].type")]
    [InlineData("entities", """[{"type":"mention"},{"type":5}]""", "entities[1].type")]
    [InlineData("attachments", """[{"contentType":5}]""", "attachments[0].contentType")]
    [InlineData("attachments", """[{"contentUrl":5}]""", "attachments[0].contentUrl")]
    [InlineData("suggestedActions", """{"to":"x"}""", "suggestedActions.to")]
    [InlineData("suggestedActions", """{"actions":{}}""", "suggestedActions.actions")]
    public void A_field_within_a_field_is_named_by_its_path(string field, string value, string path)
    {
        var reading = Read(Posted.Message().With(field, JsonNode.Parse(value)).ToJsonString());

        Assert.StartsWith(path + " must be ", Assert.IsType<ActivityReading.Wrong>(reading).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type", "type")]
    [InlineData("channelId", "channelId")]
    [InlineData("from", "from.id")]
    [InlineData("conversation", "conversation.id")]
    [InlineData("serviceUrl", "serviceUrl")]
    public void What_is_needed_and_absent_null_or_empty_is_named(string field, string named)
    {
        JsonNode?[] nothings = named == field ? [null, "", " "] : [null, new JsonObject(), new JsonObject { ["id"] = null }, new JsonObject { ["id"] = "" }];
        var bodies = nothings.Select(nothing => Posted.Message().With(field, nothing)).Append(Posted.Message().Without(field));

        Assert.All(bodies, body => Assert.Equal($"{named} is missing.", Assert.IsType<ActivityReading.Wrong>(Read(body.ToJsonString())).Reason));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("replyToId")]
    [InlineData("type")]
    public void An_id_that_would_break_a_line_of_the_log_is_refused(string field)
    {
        var reading = Read(Posted.Message().With(field, "one\nwarn: two").ToJsonString());

        Assert.Equal($"{field} must be free of control characters.", Assert.IsType<ActivityReading.Wrong>(reading).Reason);
    }

    [Theory]
    [InlineData("invoke", true)]
    [InlineData("event", true)]
    [InlineData("message", false)]
    public void An_invoke_and_an_event_need_a_name(string type, bool needed) =>
        Assert.Equal(needed, Read(Posted.Message().With("type", type).ToJsonString()) is ActivityReading.Wrong { Reason: "name is missing." });

    [Theory]
    [InlineData("expectReplies", true)]
    [InlineData("ExpectReplies", false)]
    [InlineData("normal", false)]
    [InlineData(null, false)]
    public void Only_expected_replies_need_no_address(string? mode, bool good) =>
        Assert.Equal(good, Read(Posted.Message().Without("serviceUrl").With("deliveryMode", mode).ToJsonString()) is ActivityReading.Good);

    [Fact]
    public void A_stream_is_refused() =>
        Assert.StartsWith("deliveryMode", Assert.IsType<ActivityReading.Wrong>(Read(Posted.Message().With("deliveryMode", "stream").ToJsonString())).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"type":"message","type":"message"}""")]
    [InlineData("""{"value":{"a":1,"a":2}}""")]
    [InlineData("""{"value":{"a":1,"\u0061":2}}""")]
    [InlineData("""{"unknown":[{"x":{},"x":{}}]}""")]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{"a":[1,]}""")]
    [InlineData("""{/* c */"a":1}""")]
    [InlineData("{\"a\":1} // c")]
    [InlineData("{\"a\":1} {}")]
    [InlineData("""{"a":NaN}""")]
    [InlineData("""{"a":01}""")]
    [InlineData("""{'a':1}""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\udc00":1}""")]
    [InlineData("""{"a":"\u0000"}""")]
    [InlineData("\uFEFF{}")]
    public void What_is_no_strict_JSON_is_refused(string body)
    {
        var whole = body.StartsWith('{') && body.EndsWith('}') && !body.Contains("type", StringComparison.Ordinal)
            ? Posted.Message().ToJsonString()[..^1] + "," + body[1..]
            : body;

        Assert.IsType<ActivityReading.Wrong>(Read(whole));
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    [InlineData(100_000, false)]
    public void Depth_ends_at_32(int arrays, bool good) => Assert.Equal(
        good,
        Read(Posted.Message().ToJsonString()[..^1] + $",\"value\":{new string('[', arrays)}{new string(']', arrays)}}}") is ActivityReading.Good);

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_refused()
    {
        var body = Encoding.UTF8.GetBytes(Posted.Message("???").ToJsonString());
        body[body.AsSpan().IndexOf("???"u8)] = 0xC3;

        Assert.IsType<ActivityReading.Wrong>(ActivityReader.Read(body));
        Assert.IsType<ActivityReading.Wrong>(ActivityReader.Read(Encoding.Unicode.GetBytes("{}")));
    }

    [Fact]
    public void Names_are_case_sensitive()
    {
        var shouted = Read(Posted.Message().With("Text", "shouted").Without("text").ToJsonString());

        Assert.Null(Assert.IsType<ActivityReading.Good>(shouted).Activity.Text);
        Assert.IsType<ActivityReading.Wrong>(Read(Posted.Message().Without("type").With("Type", "message").ToJsonString()));
    }

    [Fact]
    public void Numbers_are_not_read_from_texts_nor_roles_believed()
    {
        var good = Assert.IsType<ActivityReading.Good>(Read(
            Posted.Message().With("from", new JsonObject { ["id"] = "u", ["role"] = "bot", ["x"] = 1 }).ToJsonString())).Activity;

        Assert.Equal((null, null), (good.From!.Role, good.From.More));
    }

    [Fact]
    public void An_id_longer_than_any_channels_is_refused_and_a_label_as_long_is_none()
    {
        var longest = new string('x', 1001);

        Assert.Equal("id must be at most 1000 characters long.", Assert.IsType<ActivityReading.Wrong>(Read(Posted.Message(id: longest).ToJsonString())).Reason);
        Assert.Null(Assert.IsType<ActivityReading.Good>(Read(Posted.Message().With("locale", longest).ToJsonString())).Activity.Locale);
    }

    [Fact]
    public void Unknown_fields_never_change_what_is_read()
    {
        var plain = Text(Read(Teams().ToJsonString()));
        Gen.Select(Gen.String[Gen.Char['A', 'Z'], 1, 8], Json(3), Gen.Int[0, 4]).Always((name, value, where) =>
        {
            var body = Teams();
            var at = where switch
            {
                0 => body,
                1 => body["from"]!.AsObject(),
                2 => body["conversation"]!.AsObject(),
                3 => body["recipient"]!.AsObject(),
                _ => body["membersAdded"]![0]!.AsObject(),
            };
            at[name] = JsonNode.Parse(value);

            Assert.Equal(plain, Text(Read(body.ToJsonString())));
        });
    }

    [Fact]
    public void No_JSON_and_no_bytes_make_it_throw()
    {
        Json(5).Always(body => Assert.NotNull(Read(body)));
        Gen.Select(OneOf([.. Texts, .. Objects, .. Arrays]), Json(4)).Always(
            (field, value) => Assert.NotNull(Read(Teams().With(field, JsonNode.Parse(value)).ToJsonString())));
        Gen.Byte.Array[0, 64].Always(bytes => Assert.NotNull(ActivityReader.Read(bytes)));
    }

    private static JsonObject Teams() => Posted.Message()
        .With("channelId", "msteams")
        .With("conversation", new JsonObject { ["id"] = "c", ["conversationType"] = "personal", ["tenantId"] = "t" })
        .With("membersAdded", new JsonArray(new JsonObject { ["id"] = "m" }))
        .With("entities", new JsonArray(new JsonObject { ["type"] = "clientInfo", ["timezone"] = "Europe/Lisbon" }))
        .With("channelData", new JsonObject { ["tenant"] = new JsonObject { ["id"] = "t" } });

    private static Gen<string> Json(int depth)
    {
        var leaf = Gen.OneOf(
            OneOf("null", "true", "1e308", "-0", "\"\"", "{}", "[]", "\"__proto__\"", "{\"$type\":\"System.Object\"}"),
            Gen.Int.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Gen.String.Select(text => JsonSerializer.Serialize(text)));
        return depth == 0 ? leaf : Gen.OneOf(
            leaf,
            Json(depth - 1).Array[0, 4].Select(items => $"[{string.Join(',', items)}]"),
            Json(depth - 1).Array[0, 4].Select(items => $"{{{string.Join(',', items.Select((item, i) => $"\"p{i}\":{item}"))}}}"));
    }

    private static Gen<string> OneOf(params string[] all) => Gen.Int[0, all.Length - 1].Select(at => all[at]);

    private static string Text(ActivityReading reading) =>
        JsonSerializer.Serialize(Assert.IsType<ActivityReading.Good>(reading).Activity, WireJson.Default.BotActivity);

    private static ActivityReading Read(string body) => ActivityReader.Read(Encoding.UTF8.GetBytes(body));

    private static void Add(TheoryData<string, string> data, string[] fields, string[] values)
    {
        foreach (var field in fields)
        {
            foreach (var value in values)
            {
                data.Add(field, value);
            }
        }
    }
}
