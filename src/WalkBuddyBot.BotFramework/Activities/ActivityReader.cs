using System.Text.Json;
using WalkBuddyBot.BotFramework.Calls;

namespace WalkBuddyBot.BotFramework.Activities;

/// <summary>
/// Reads what a channel posts: strict on the fields it knows, blind to all others, so that a field nobody here knows changes nothing. Field
/// by field, so that a mistake is named by its path and never by its content.
/// </summary>
internal static class ActivityReader
{
    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
        MaxDepth = 32,
    };

    public static ActivityReading Read(ReadOnlyMemory<byte> body)
    {
        if (!WellFormed.IsObject(body.Span))
        {
            return new ActivityReading.Wrong("The body is not a JSON object that can be read.");
        }

        try
        {
            using var json = JsonDocument.Parse(body, Strict);
            var mistakes = new Mistakes();
            var activity = Read(new Fields(json.RootElement, "", mistakes), mistakes);
            return mistakes.First is { } first ? new ActivityReading.Wrong(first) : new ActivityReading.Good(activity);
        }
        catch (JsonException)
        {
            // The bytes are well formed, so what is left is one name twice in an object.
            return new ActivityReading.Wrong("A property of the body is there twice.");
        }
    }

    private static BotActivity Read(Fields fields, Mistakes mistakes)
    {
        var type = fields.RequiredId("type") ?? "";
        var activity = new BotActivity
        {
            Type = type,
            Id = fields.Id("id") is { Length: > 0 } id ? id : null,
            Timestamp = fields.Label("timestamp"),
            LocalTimestamp = fields.Label("localTimestamp"),
            LocalTimezone = fields.Label("localTimezone"),
            ChannelId = fields.RequiredId("channelId"),
            ServiceUrl = fields.Id("serviceUrl"),
            From = fields.Part("from", from => Account(from, from.RequiredId("id"))),
            Recipient = fields.Part("recipient", to => Account(to, to.Id("id"))),
            Conversation = fields.Part("conversation", Conversation),
            ReplyToId = fields.Id("replyToId"),
            Text = fields.Text("text"),
            TextFormat = fields.Label("textFormat"),
            Locale = fields.Label("locale"),
            AttachmentLayout = fields.Label("attachmentLayout"),
            Attachments = fields.Parts("attachments", Attachment),
            Entities = Entities(fields),
            ChannelData = fields.Object("channelData"),
            Value = fields.Any("value"),
            Name = fields.Id("name"),
            MembersAdded = fields.Parts("membersAdded", Account),
            MembersRemoved = fields.Parts("membersRemoved", Account),
            ReactionsAdded = fields.Parts("reactionsAdded", Reaction),
            ReactionsRemoved = fields.Parts("reactionsRemoved", Reaction),
            Action = fields.Label("action"),
            DeliveryMode = fields.Label("deliveryMode"),
        };
        Unread(fields);
        Require(activity, mistakes);
        return activity;
    }

    // Known, of a known type, and nothing follows from them.
    private static void Unread(Fields fields)
    {
        fields.Texts(
            "inputHint", "summary", "importance", "code", "label", "valueType", "expiration", "speak", "topicName", "callerId");
        fields.Object("relatesTo");
        fields.Part("suggestedActions", actions => (actions.List("to"), actions.List("actions")).ToString());
    }

    private static void Require(BotActivity activity, Mistakes mistakes)
    {
        if (activity.From is null)
        {
            mistakes.Missing("from.id");
        }

        if (activity.Conversation is null)
        {
            mistakes.Missing("conversation.id");
        }

        if (activity.Type is ActivityTypes.Invoke or ActivityTypes.Event && string.IsNullOrWhiteSpace(activity.Name))
        {
            mistakes.Missing("name");
        }

        if (activity.DeliveryMode == DeliveryModes.Stream)
        {
            mistakes.Note("deliveryMode", "normal, notification or expectReplies; stream is not spoken here");
        }

        if (string.IsNullOrWhiteSpace(activity.ServiceUrl) && activity.DeliveryMode != DeliveryModes.ExpectReplies)
        {
            mistakes.Missing("serviceUrl");
        }
    }

    // What anybody says of themselves in "role" is not believed, so it is not even read.
    private static ChannelAccount Account(Fields account, string? id)
    {
        account.Texts("role");
        return new() { Id = id, Name = account.Label("name"), AadObjectId = account.Id("aadObjectId") };
    }

    private static ChannelAccount Account(Fields account) => Account(account, account.Id("id"));

    private static ConversationAccount Conversation(Fields conversation)
    {
        conversation.Texts("name");
        return new()
        {
            Id = conversation.RequiredId("id"),
            IsGroup = conversation.Flag("isGroup"),
            ConversationType = conversation.Label("conversationType"),
            TenantId = conversation.Id("tenantId"),
        };
    }

    // Files and foreign cards are not opened; that they are there is all that is kept of them.
    private static Attachment Attachment(Fields attachment)
    {
        attachment.Texts("contentUrl", "name");
        return new() { ContentType = attachment.Label("contentType") ?? "" };
    }

    private static MessageReaction Reaction(Fields reaction) => new() { Type = reaction.Label("type") };

    private static JsonElement? Entities(Fields fields) =>
        fields.Parts("entities", entity => entity.Text("type")) is null ? null : fields.List("entities");
}
