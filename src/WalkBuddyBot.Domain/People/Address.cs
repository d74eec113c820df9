namespace WalkBuddyBot.Domain;

/// <summary>A place where a person can be reached. Addresses belong to people; one of them is where nudges go.</summary>
/// <param name="Id">Follows from channel, tenant, conversation and member; see <see cref="Of"/>.</param>
/// <param name="Channel">The channel's name, such as <c>webchat</c> or <c>msteams</c>.</param>
/// <param name="Tenant">The organisation, where the channel has one.</param>
/// <param name="Conversation">The channel's id of the conversation.</param>
/// <param name="Member">The channel's id of the person within it: a group chat is an address for each who talks in it.</param>
/// <param name="Scope">Personal, group or team.</param>
/// <param name="Open">Whether something can be sent there; false after an uninstall or a block.</param>
public sealed record Address(AddressId Id, string Channel, string? Tenant, string Conversation, string Member, Scope Scope, bool Open)
{
    /// <summary>The lane of every address without a tenant.</summary>
    public const string WebLane = "web";

    /// <summary>The channel's name of our own web chat.</summary>
    public const string WebChat = "webchat";

    /// <summary>
    /// Whether handing over the same message twice does nothing there, as far as the name tells: then doubt is settled by sending again.
    /// Where another sink speaks under this name, the mark knows better.
    /// </summary>
    public bool KnowsRepeats => Channel == WebChat;

    /// <summary>Messages of one lane share a pace; a backlog in one delays no other.</summary>
    public string Lane => Tenant ?? WebLane;

    /// <summary>An open address with the id that follows from its parts.</summary>
    public static Address Of(string channel, string? tenant, string conversation, string member, Scope scope) =>
        new(
            new AddressId(DerivedId.From("address", channel, tenant ?? "", conversation, member)),
            channel,
            tenant,
            conversation,
            member,
            scope,
            Open: true);
}
