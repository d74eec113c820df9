namespace WalkBuddyBot.BotFramework.DirectLine;

/// <summary>How our own web chat is offered; section <c>DirectLine</c> of the configuration. Checked at start.</summary>
public sealed class DirectLineOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "DirectLine";

    /// <summary>Whether the web chat is there at all. Unset (the default) means: in Development yes, otherwise no.</summary>
    public bool? Enabled { get; set; }

    /// <summary>
    /// The address at which browsers reach the service, such as <c>https://chat.example.org</c>: scheme and host, no path. Unset by
    /// default; then only requests to a loopback host are served. Outside Development it is required, and must be https.
    /// </summary>
    public string? PublicOrigin { get; set; }

    /// <summary>How long a token is good for. The default is 30 minutes; 16 to 60, since Web Chat renews it every 15.</summary>
    public TimeSpan TokenLife { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a page may take to open its stream. The default is 60 seconds; 10 to 300.</summary>
    public TimeSpan TicketLife { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a browser is remembered after its last visit. The default is 60 days; 7 to 400.</summary>
    public TimeSpan VisitorLife { get; set; } = TimeSpan.FromDays(60);

    /// <summary>The largest request body in bytes. The default is 65536; 65536 to 262144.</summary>
    public int MaxBodyBytes { get; set; } = 64 * 1024;

    /// <summary>The longest message in UTF-16 characters, surrounding space not counted. The default is 4000; 2000 to 4000.</summary>
    public int MaxTextLength { get; set; } = 4000;

    /// <summary>How many days a transcript is kept. The default is 30; 1 to 365.</summary>
    public int HistoryDays { get; set; } = 30;

    /// <summary>How many activities a page that asks for history is shown. The default is 200; 10 to 1000.</summary>
    public int HistoryReplay { get; set; } = 200;

    /// <summary>How many streams one conversation may have open: a stream is an open tab. The default is 5; 1 to 50.</summary>
    public int SocketsPerConversation { get; set; } = 5;

    /// <summary>How many streams all conversations together may have open on this node. The default is 10000; 1 to 100000.</summary>
    public int Sockets { get; set; } = 10_000;

    /// <summary>
    /// How much one visitor may post at once, and then again each minute, evenly. The default is 120, which nobody types; 30 to 6000.
    /// </summary>
    public int PostsPerMinute { get; set; } = 120;

    /// <summary>
    /// How often the pages of one visitor may ask for the transcript. The default is 600 a minute, for a page without a stream asks each
    /// second and there may be several; 120 to 6000.
    /// </summary>
    public int ReadsPerMinute { get; set; } = 600;

    /// <summary>
    /// How often one visitor may ask for tokens, conversations and streams: opening a page takes three. The default is 120 a minute;
    /// 30 to 6000.
    /// </summary>
    public int OpensPerMinute { get; set; } = 120;

    /// <summary>
    /// How many calls that prove no visitor may come from one address (IPv6: from one /64) in an hour. Each new browser makes one. The
    /// default is 600; 60 to 100000.
    /// </summary>
    public int NewcomersPerHour { get; set; } = 600;

    /// <summary>
    /// The proxies whose <c>X-Forwarded-For</c> is believed when addresses are counted: addresses and networks, such as
    /// <c>127.0.0.1, 10.0.0.0/8</c>. The default is none: then whoever connects is the caller, and behind a proxy all newcomers are one.
    /// </summary>
    public string? Proxies { get; set; }

    /// <summary>How often a stream is pinged; no answer for as long again closes it. The default is 15 seconds; 5 to 60.</summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(15);
}
