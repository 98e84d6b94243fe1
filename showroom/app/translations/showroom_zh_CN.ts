<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Scene</source>
        <translation>样板间(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Key point</source>
        <translation>要点(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Parts of the desk</source>
        <translation>桌面上的各栏(&amp;P)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Restore an earlier version</source>
        <translation>恢复以前的版本</translation>
    </message>
    <message>
        <source>What came back from the site…</source>
        <translation>现场带回的结果…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Find a requirement</source>
        <translation>查找要求</translation>
    </message>
    <message>
        <source>Place a key point</source>
        <translation>放置要点</translation>
    </message>
    <message>
        <source>Place in the middle of the view</source>
        <translation>放在画面正中</translation>
    </message>
    <message>
        <source>Move to the middle of the view</source>
        <translation>移到画面正中</translation>
    </message>
    <message>
        <source>Delete key point</source>
        <translation>删除要点</translation>
    </message>
    <message>
        <source>Earlier in the list</source>
        <translation>顺序前移</translation>
    </message>
    <message>
        <source>Later in the list</source>
        <translation>顺序后移</translation>
    </message>
    <message>
        <source>Previous key point</source>
        <translation>上一个要点</translation>
    </message>
    <message>
        <source>Next key point</source>
        <translation>下一个要点</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>保存此视点</translation>
    </message>
    <message>
        <source>Take this viewpoint again from here</source>
        <translation>从这里重取该视点</translation>
    </message>
    <message>
        <source>Go to the viewpoint</source>
        <translation>前往视点</translation>
    </message>
    <message>
        <source>Delete viewpoint</source>
        <translation>删除视点</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>室内</translation>
    </message>
    <message>
        <source>Dollhouse</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>Requirements in hand</source>
        <translation>要求一览与本区口径</translation>
    </message>
    <message>
        <source>Kiosk counts</source>
        <translation>触摸屏计数</translation>
    </message>
    <message>
        <source>Dark desk</source>
        <translation>深色桌面</translation>
    </message>
    <message>
        <source>Lay the desk out anew</source>
        <translation>恢复桌面布局</translation>
    </message>
    <message>
        <source>中文 / English</source>
        <translation>中文 / English</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>按键与帮助</translation>
    </message>
    <message>
        <source>Everything is saved.</source>
        <translation>已全部保存。</translation>
    </message>
    <message>
        <source>Another clerk is editing the scene; it is open to look at only.</source>
        <translation>另一位工作人员正在编辑这个样板间，现在只能查看。</translation>
    </message>
    <message>
        <source>There is no earlier version yet.</source>
        <translation>还没有以前的版本。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>Choose a key point first.</source>
        <translation>请先选一个要点。</translation>
    </message>
    <message>
        <source>The scene has no key point yet.</source>
        <translation>样板间还没有要点。</translation>
    </message>
    <message>
        <source>Choose a viewpoint in the list first.</source>
        <translation>请先在列表中选一个视点。</translation>
    </message>
    <message>
        <source>A tour stops at this viewpoint, or it is the only one.</source>
        <translation>导览在此停留，或这是唯一的视点，不能删除。</translation>
    </message>
    <message>
        <source>Go inside first.</source>
        <translation>请先进入室内。</translation>
    </message>
    <message>
        <source>Choose a requirement first.</source>
        <translation>请先选一条要求。</translation>
    </message>
    <message>
        <source>The register&apos;s own holds already.</source>
        <translation>现在用的就是登记册原来的。</translation>
    </message>
    <message>
        <source>See what turns</source>
        <translation>看哪些结论会变</translation>
    </message>
    <message>
        <source>Put the whole requirement back</source>
        <translation>整条恢复原样</translation>
    </message>
    <message>
        <source>Go to the form</source>
        <translation>到表单</translation>
    </message>
</context>
<context>
    <name>AttractPage</name>
    <message>
        <source>Touch to start</source>
        <translation>触摸开始</translation>
    </message>
    <message>
        <source>Hold the pictures</source>
        <translation>停住画面</translation>
    </message>
    <message>
        <source>See it, build it once, be approved in one visit</source>
        <translation>一看就明白，一次就装好，一趟就办成</translation>
    </message>
    <message>
        <source>Walk through sample premises, check your own plan, take the list home.</source>
        <translation>走一走样板间，查一查自己的图，把清单带回家。</translation>
    </message>
    <message>
        <source>Let the pictures go on</source>
        <translation>继续播放画面</translation>
    </message>
</context>
<context>
    <name>Caption</name>
    <message>
        <source>No sound here: please read along</source>
        <translation>本机没有声音，请看字幕</translation>
    </message>
</context>
<context>
    <name>CardForm</name>
    <message>
        <source>The Chinese words are required; until you write some the last ones stay.</source>
        <translation>中文必须填写；填写之前保留原来的文字。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>看什么</translation>
    </message>
    <message>
        <source>Common mistake</source>
        <translation>常见错误</translation>
    </message>
    <message>
        <source>Language of the card</source>
        <translation>卡片语言</translation>
    </message>
    <message>
        <source>Seen best from</source>
        <translation>最佳视点</translation>
    </message>
</context>
<context>
    <name>CardPreview</name>
    <message>
        <source>Choose a key point to see its card.</source>
        <translation>选一个要点，这里显示它的卡片。</translation>
    </message>
</context>
<context>
    <name>ChapterList</name>
    <message>
        <source>Stops of the tour</source>
        <translation>导览各站</translation>
    </message>
</context>
<context>
    <name>ChoosePlanPage</name>
    <message>
        <source>Which plan shall we check?</source>
        <translation>请选择要检查的图纸</translation>
    </message>
    <message>
        <source>Plug in your USB stick. Drawings on it appear here; nothing of yours is kept.</source>
        <translation>插上 U 盘，里面的图纸会列在这里；您走后不会留下任何内容。</translation>
    </message>
    <message>
        <source>We measure every requirement a drawing can answer.</source>
        <translation>凡是图纸能回答的要求，逐条量给您看。</translation>
    </message>
    <message>
        <source>You see at once what fits, what does not, and what a person must look at.</source>
        <translation>哪些符合、哪些不符合、哪些要现场看，一目了然。</translation>
    </message>
    <message>
        <source>You take home the inspector&apos;s checklist as a PDF.</source>
        <translation>把现场核查表（PDF）带回家，照着准备。</translation>
    </message>
    <message>
        <source>Choose a file on this computer</source>
        <translation>从本机选择文件</translation>
    </message>
    <message>
        <source>No plan with you? See how it works:</source>
        <translation>没带图纸？先看看怎么用：</translation>
    </message>
    <message>
        <source>Try with the sample plan</source>
        <translation>用样板图纸试一试</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>图纸</translation>
    </message>
</context>
<context>
    <name>ClerkSheet</name>
    <message>
        <source>Go on by myself</source>
        <translation>我自己继续</translation>
    </message>
    <message>
        <source>A clerk has been called</source>
        <translation>已经呼叫工作人员</translation>
    </message>
    <message>
        <source>Please wait here; somebody is coming to you.</source>
        <translation>请在这里稍等，马上有人过来。</translation>
    </message>
    <message>
        <source>Calling a clerk …</source>
        <translation>正在呼叫工作人员……</translation>
    </message>
    <message>
        <source>Please wait a moment.</source>
        <translation>请稍等。</translation>
    </message>
    <message>
        <source>Please wave to our staff</source>
        <translation>请向工作人员招手</translation>
    </message>
    <message>
        <source>The call did not get through. You may also go to the counter.</source>
        <translation>呼叫没有发出去。您也可以直接到窗口。</translation>
    </message>
    <message>
        <source>Raise your hand, and somebody comes to you. You may also go to the counter.</source>
        <translation>请举手示意，会有人过来帮您。您也可以直接到窗口。</translation>
    </message>
</context>
<context>
    <name>CountsPage</name>
    <message>
        <source>Visits</source>
        <translation>来访次数</translation>
    </message>
    <message>
        <source>Permit opened</source>
        <translation>打开许可</translation>
    </message>
    <message>
        <source>Premises entered</source>
        <translation>进入样板间</translation>
    </message>
    <message>
        <source>Card opened</source>
        <translation>打开讲解卡</translation>
    </message>
    <message>
        <source>Tour begun</source>
        <translation>开始导览</translation>
    </message>
    <message>
        <source>Tour finished</source>
        <translation>走完导览</translation>
    </message>
    <message>
        <source>Plan checked</source>
        <translation>查图次数</translation>
    </message>
    <message>
        <source>Not met in a plan</source>
        <translation>图上不符合</translation>
    </message>
    <message>
        <source>Open in a plan</source>
        <translation>图上待核实</translation>
    </message>
    <message>
        <source>Service rated (5 is best)</source>
        <translation>服务评价（5 为最好）</translation>
    </message>
    <message>
        <source>Reason of a low rating</source>
        <translation>评价低的原因</translation>
    </message>
    <message>
        <source>Kiosk counts</source>
        <translation>触摸屏计数</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last {count} days</source>
        <translation>最近 {count} 天</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>另一个文件夹……</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>哪一项</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing was counted in these days.</source>
        <translation>这些天没有计数。</translation>
    </message>
</context>
<context>
    <name>CoverageDeeds</name>
    <message>
        <source>Click the thing that shows: {title}</source>
        <translation>请点能说明这一项的物品：{title}</translation>
    </message>
</context>
<context>
    <name>CoverageDock</name>
    <message>
        <source>Gaps only</source>
        <translation>只看缺口</translation>
    </message>
    <message>
        <source>Permit</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>What of each requirement the scene teaches</source>
        <translation>每项要求讲到哪一步</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>要求</translation>
    </message>
</context>
<context>
    <name>Cutting</name>
    <message>
        <source>Whole walls</source>
        <translation>整墙</translation>
    </message>
    <message>
        <source>At {metres} m</source>
        <translation>高 {metres} 米</translation>
    </message>
    <message>
        <source>Cut the premises open at this height</source>
        <translation>从这个高度剖开</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>DecisionStamp</name>
    <message>
        <source>Save the district&apos;s decisions</source>
        <translation>保存本区的决定</translation>
    </message>
    <message>
        <source>Your initials, or your name</source>
        <translation>您的姓名或姓名缩写</translation>
    </message>
    <message>
        <source>Why, in Chinese: who decided it, where it can be read</source>
        <translation>为什么（中文）：谁定的、依据在哪里</translation>
    </message>
    <message>
        <source>Why, in English</source>
        <translation>为什么（英文）</translation>
    </message>
    <message>
        <source>The file has {count} lines with comments below its head; writing it anew does not keep them.</source>
        <translation>文件开头以下有 {count} 行带注释，重新写入后不会保留。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Not saved</source>
        <translation>未能保存</translation>
    </message>
    <message>
        <source>Saved to {path}</source>
        <translation>已保存到 {path}</translation>
    </message>
    <message>
        <source>Restore an earlier version</source>
        <translation>恢复以前的版本</translation>
    </message>
    <message>
        <source>Bring unsaved work back</source>
        <translation>找回未保存的内容</translation>
    </message>
    <message>
        <source>The scene is open to look at only: another clerk is editing it.</source>
        <translation>只能查看：另一位工作人员正在编辑这个样板间。</translation>
    </message>
    <message>
        <source>Unsaved work could not be kept: {reason}</source>
        <translation>未保存的内容无法暂存：{reason}</translation>
    </message>
    <message>
        <source>Click the thing the key point speaks of · Esc ends</source>
        <translation>请点击要点所指的东西 · Esc 取消</translation>
    </message>
    <message>
        <source>Move key point</source>
        <translation>移动要点</translation>
    </message>
    <message>
        <source>Delete key point</source>
        <translation>删除要点</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>保存视点</translation>
    </message>
    <message>
        <source>Take viewpoint again</source>
        <translation>重取视点</translation>
    </message>
    <message>
        <source>Delete viewpoint</source>
        <translation>删除视点</translation>
    </message>
    <message>
        <source>Place key point</source>
        <translation>放置要点</translation>
    </message>
    <message>
        <source>Change order</source>
        <translation>调整顺序</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Key points</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Premises</source>
        <translation>场所</translation>
    </message>
    <message>
        <source>Viewpoints</source>
        <translation>视点</translation>
    </message>
    <message>
        <source>History</source>
        <translation>操作历史</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>对应要求</translation>
    </message>
    <message>
        <source>As the kiosk shows it</source>
        <translation>展厅中的样子</translation>
    </message>
    <message>
        <source>Still to mend</source>
        <translation>待完善</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖表</translation>
    </message>
    <message>
        <source>The premises</source>
        <translation>样板间场景</translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Entering</name>
    <message>
        <source>Another clerk</source>
        <translation>另一位工作人员</translation>
    </message>
    <message>
        <source>{who} is editing this scene.</source>
        <translation>{who} 正在编辑这个样板间。</translation>
    </message>
    <message>
        <source>On the computer {host}, program number {process}, since {since}.</source>
        <translation>电脑 {host}，程序编号 {process}，开始于 {since}。</translation>
    </message>
    <message>
        <source>You can look at it now; changes are not possible.</source>
        <translation>现在可以打开查看，但不能修改。</translation>
    </message>
    <message>
        <source>If nobody is at work there any more, delete the file {lock} and open the scene again.</source>
        <translation>如果那边已经没有人在编辑，请删除文件 {lock}，再重新打开样板间。</translation>
    </message>
    <message>
        <source>Look at it only</source>
        <translation>只查看</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>不打开</translation>
    </message>
    <message>
        <source>Work on this scene was not saved when the program ended.</source>
        <translation>上次程序结束时，这个样板间有内容没有保存。</translation>
    </message>
    <message>
        <source>It was kept on {when} and has {count} key points.</source>
        <translation>暂存于 {when}，共有 {count} 个要点。</translation>
    </message>
    <message>
        <source>“Keep both” opens the scene as it was saved and puts this work among its earlier versions.</source>
        <translation>选择“两份都留”，会打开已保存的样板间，并把这份内容放进以前的版本。</translation>
    </message>
    <message>
        <source>Bring the work back</source>
        <translation>找回这份内容</translation>
    </message>
    <message>
        <source>Throw the work away</source>
        <translation>丢弃这份内容</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>两份都留</translation>
    </message>
    <message>
        <source>Unsaved work was found, but it cannot be read.</source>
        <translation>找到了未保存的内容，但无法读取。</translation>
    </message>
    <message>
        <source>The scene opens as it was last saved. The damaged file is kept as {path}.</source>
        <translation>样板间将按上次保存的样子打开。损坏的文件保留为 {path}。</translation>
    </message>
    <message>
        <source>Open the scene</source>
        <translation>打开样板间</translation>
    </message>
    <message>
        <source>Clerk&apos;s studio</source>
        <translation>样板间工作室</translation>
    </message>
</context>
<context>
    <name>FindingDetail</name>
    <message>
        <source>Previous finding</source>
        <translation>上一条</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>下一条</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么改</translation>
    </message>
    <message>
        <source>We read it as</source>
        <translation>我们的理解</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>余量</translation>
    </message>
    <message>
        <source>Why open</source>
        <translation>待核实原因</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 项</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条文</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Must be changed</source>
        <translation>必须修改</translation>
    </message>
    <message>
        <source>Could be better (advice)</source>
        <translation>建议改进</translation>
    </message>
    <message>
        <source>Could not be checked</source>
        <translation>未能检查</translation>
    </message>
    <message>
        <source>Please tell or draw us</source>
        <translation>请您补充说明或补画</translation>
    </message>
    <message>
        <source>The inspector looks at it on site</source>
        <translation>由核查人员现场查看</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>符合</translation>
    </message>
    <message>
        <source>Does not concern you</source>
        <translation>与您无关</translation>
    </message>
    <message>
        <source>measured {measured}, required {required}</source>
        <translation>实测 {measured}，要求 {required}</translation>
    </message>
</context>
<context>
    <name>Floors</name>
    <message>
        <source>Storey</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>Floor {number}</source>
        <translation>{number} 层</translation>
    </message>
    <message>
        <source>Basement {number}</source>
        <translation>地下 {number} 层</translation>
    </message>
</context>
<context>
    <name>Ghosts</name>
    <message>
        <source>Fits: a person has 0.60 m here</source>
        <translation>放得下：这里够一个人（0.60 米）</translation>
    </message>
    <message>
        <source>Fits: a wheelchair can turn here (1.50 m)</source>
        <translation>放得下：轮椅可在这里回转（1.50 米）</translation>
    </message>
    <message>
        <source>Does not fit: {count} cm short of 0.60 m on one side</source>
        <translation>放不下：离 0.60 米，一侧还差 {count} 厘米</translation>
    </message>
    <message>
        <source>Does not fit: {count} cm short of 1.50 m on one side</source>
        <translation>放不下：离 1.50 米，一侧还差 {count} 厘米</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>向左转</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>向右转</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>移走</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>To the left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Away from you</source>
        <translation>前移</translation>
    </message>
    <message>
        <source>Towards you</source>
        <translation>后移</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Tap the floor where it is to stand</source>
        <translation>请点按地面，放在那里</translation>
    </message>
    <message>
        <source>Tap the floor to set it elsewhere</source>
        <translation>点按地面可换个位置</translation>
    </message>
    <message>
        <source>wall</source>
        <translation>墙</translation>
    </message>
    <message>
        <source>Nearest: {thing}, {metres} m</source>
        <translation>最近的是：{thing}，{metres} 米</translation>
    </message>
</context>
<context>
    <name>GuidancePage</name>
    <message>
        <source>Question {number}</source>
        <translation>第 {number} 题</translation>
    </message>
    <message>
        <source>Question {number} of {count}</source>
        <translation>第 {number} 题，共 {count} 题</translation>
    </message>
    <message>
        <source>Press all that fit, then Continue.</source>
        <translation>合适的都点上，再点“继续”。</translation>
    </message>
    <message>
        <source>Still possible</source>
        <translation>还可以办的</translation>
    </message>
    <message>
        <source>No longer possible: {permit}</source>
        <translation>已排除：{permit}</translation>
    </message>
    <message>
        <source>No permit here fits all of this</source>
        <translation>这里没有完全符合的许可</translation>
    </message>
    <message>
        <source>This is the permit you need</source>
        <translation>您要办的是这一项</translation>
    </message>
    <message>
        <source>All of these are still possible</source>
        <translation>这几项都有可能</translation>
    </message>
    <message>
        <source>This permit fits best</source>
        <translation>这一项最适合您</translation>
    </message>
    <message>
        <source>Please change an answer, or ask at the counter: our staff are glad to help you.</source>
        <translation>请改一改回答，或到窗口咨询，工作人员很乐意帮您。</translation>
    </message>
    <message>
        <source>You may also choose</source>
        <translation>您也可以选择</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Because you told us</source>
        <translation>因为您告诉我们</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>没有回答</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>都没有</translation>
    </message>
    <message>
        <source>Press a line to change it. What does not apply to you is hidden on the following pages.</source>
        <translation>点一行可以改。与您无关的内容，后面的页面就不显示了。</translation>
    </message>
    <message>
        <source>Question before</source>
        <translation>上一题</translation>
    </message>
    <message>
        <source>To the result</source>
        <translation>看结果</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>I do not know yet</source>
        <translation>还不确定</translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation>重新回答</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>In the showroom: tap the floor to walk there, drag to look around, or use the arrow buttons.</source>
        <translation>在样板间里：点一下地面就走过去，拖动可以环顾四周，也可以用方向按钮。</translation>
    </message>
    <message>
        <source>Tap a numbered disc to read what is required at that spot, and why.</source>
        <translation>点带数字的圆点，看这里有什么要求、为什么。</translation>
    </message>
    <message>
        <source>The guided tour leads you through everything; you can pause it at any time.</source>
        <translation>语音导览带您走一遍，随时可以暂停。</translation>
    </message>
    <message>
        <source>Check my plan: bring a drawing on a USB stick. Nothing of it is kept here.</source>
        <translation>检查我的图纸：用U盘带来图纸即可，本机不会留存。</translation>
    </message>
    <message>
        <source>Add to my list whatever you want to remember; print it, save it or scan it at the end.</source>
        <translation>想记住的，点“加入我的清单”；最后可以打印、存到 U 盘，或用手机扫走。</translation>
    </message>
    <message>
        <source>Easy mode: large print, fewer choices, and every page is read aloud.</source>
        <translation>长辈模式：字更大、选项更少，每一页都读出来。</translation>
    </message>
    <message>
        <source>Would you rather ask a person? Press &apos;Call a clerk&apos; at the top; our staff are glad to help you.</source>
        <translation>想找人问？点上方的“叫工作人员”，我们很乐意帮您。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>How can we help?</source>
        <translation>需要帮助吗？</translation>
    </message>
</context>
<context>
    <name>HotspotLayer</name>
    <message>
        <source>Key point {number}: {title}</source>
        <translation>要点{number}：{title}</translation>
    </message>
</context>
<context>
    <name>KeyPointCard</name>
    <message>
        <source>Key point {number} of {count}</source>
        <translation>要点 {number} / {count}</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Common mistake</source>
        <translation>常见错误</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next point</source>
        <translation>下一个要点</translation>
    </message>
    <message>
        <source>Show in the room</source>
        <translation>回到室内看</translation>
    </message>
    <message>
        <source>Show in plan</source>
        <translation>在平面上看</translation>
    </message>
    <message>
        <source>Here {measured}</source>
        <translation>本样板间：{measured}</translation>
    </message>
    <message>
        <source>required {limit}</source>
        <translation>要求：{limit}</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>这样对</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>这样错</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>In your papers</source>
        <translation>对应的申报材料</translation>
    </message>
    <message>
        <source>Step {number} of {count}: {title}</source>
        <translation>第 {number} 步（共 {count} 步）：{title}</translation>
    </message>
    <message>
        <source>When the office looks at it</source>
        <translation>在哪一步查看</translation>
    </message>
</context>
<context>
    <name>KeyPointList</name>
    <message>
        <source>{count} of {all}</source>
        <translation>共 {all} 个，列出 {count} 个</translation>
    </message>
    <message>
        <source>Key points</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Show all key points</source>
        <translation>显示全部要点</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Binding</source>
        <translation>要求程度</translation>
    </message>
    <message>
        <source>Permit</source>
        <translation>许可事项</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Hide these</source>
        <translation>隐藏这些</translation>
    </message>
    <message>
        <source>No key point is left by this choice.</source>
        <translation>没有符合所选条件的要点。</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys and help</source>
        <translation>按键与帮助</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Look round</source>
        <translation>环视</translation>
    </message>
    <message>
        <source>drag on the stage, or Q and E, R and F</source>
        <translation>在场景中拖动，或按 Q、E、R、F</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>走动</translation>
    </message>
    <message>
        <source>arrow keys or W, A, S, D; the wheel</source>
        <translation>方向键或 W、A、S、D，滚轮</translation>
    </message>
    <message>
        <source>Move a key point along the surfaces</source>
        <translation>沿表面移动要点</translation>
    </message>
    <message>
        <source>drag its disc</source>
        <translation>拖动圆点</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>On-screen keyboard</source>
        <translation>屏幕键盘</translation>
    </message>
    <message>
        <source>Type English letters</source>
        <translation>输入英文字母</translation>
    </message>
    <message>
        <source>Type Chinese by pinyin</source>
        <translation>用拼音输入中文</translation>
    </message>
    <message>
        <source>Capital letters</source>
        <translation>大写字母</translation>
    </message>
    <message>
        <source>Delete the last character</source>
        <translation>删除最后一个字</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>数字和符号</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字母</translation>
    </message>
    <message>
        <source>Other signs</source>
        <translation>其他符号</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Delete everything typed</source>
        <translation>删除输入的全部内容</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Done, close the keyboard</source>
        <translation>完成，收起键盘</translation>
    </message>
    <message>
        <source>Type the pinyin, then tap the word. First letters are enough.</source>
        <translation>输入拼音，再点要的词；只输首字母也行。</translation>
    </message>
    <message>
        <source>No word for these letters</source>
        <translation>没有对应的词</translation>
    </message>
    <message>
        <source>Words before</source>
        <translation>前面的词</translation>
    </message>
    <message>
        <source>More words</source>
        <translation>更多的词</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Rooms and sizes</source>
        <translation>布局与尺寸</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>选址</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备设施</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>Approval showroom</source>
        <translation>行政审批样板间</translation>
    </message>
    <message>
        <source>The premises. Arrow keys walk and turn, Page Up and Page Down look up and down.</source>
        <translation>样板间。方向键走动和转向，PageUp、PageDown 抬头和低头。</translation>
    </message>
    <message>
        <source>What we found in your plan</source>
        <translation>图纸检查结果</translation>
    </message>
</context>
<context>
    <name>ListButton</name>
    <message>
        <source>My list</source>
        <translation>我的清单</translation>
    </message>
    <message>
        <source>My list, {count} things on it</source>
        <translation>我的清单，共 {count} 项</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>My list</source>
        <translation>我的清单</translation>
    </message>
    <message>
        <source>From: {issuer}</source>
        <translation>由谁出具：{issuer}</translation>
    </message>
    <message>
        <source>Take off the list: {title}</source>
        <translation>从清单中去掉：{title}</translation>
    </message>
    <message>
        <source>measured {measured}, required {required}</source>
        <translation>量得 {measured}，要求 {required}</translation>
    </message>
    <message>
        <source>Nothing is on your list yet.</source>
        <translation>您的清单还是空的。</translation>
    </message>
    <message>
        <source>Press &apos;Add to my list&apos; wherever you see it: at a requirement, a paper, or a point of your plan.</source>
        <translation>看到要求、材料或图纸上的问题，点“加入我的清单”，就会记在这里。</translation>
    </message>
    <message>
        <source>Add what my plan misses ({count})</source>
        <translation>加入图上不符合的 {count} 项</translation>
    </message>
    <message>
        <source>Take it with me</source>
        <translation>带走清单</translation>
    </message>
</context>
<context>
    <name>LoadingSheet</name>
    <message>
        <source>Opening the sample premises…</source>
        <translation>正在打开样板间……</translation>
    </message>
    <message>
        <source>Building your premises…</source>
        <translation>正在搭建您的店…</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>The sample premises</source>
        <translation>样板间</translation>
    </message>
    <message>
        <source>Your premises</source>
        <translation>您的店</translation>
    </message>
    <message>
        <source>This scene cannot be shown right now. Our staff will look after it; the requirements can still be read.</source>
        <translation>样板间暂时无法显示，工作人员会尽快处理；各项要求仍可查看。</translation>
    </message>
</context>
<context>
    <name>Lobby</name>
    <message>
        <source>The sample premises</source>
        <translation>样板间</translation>
    </message>
    <message>
        <source>See it, build it once, be approved in one visit</source>
        <translation>一看就明白，一次就装好，一趟就办成</translation>
    </message>
    <message>
        <source>Walk through exemplary premises and check your own plan before you build.</source>
        <translation>装修之前，先走进样板间看一看，再把自己的图纸查一查。</translation>
    </message>
    <message>
        <source>What would you like to open?</source>
        <translation>您想办理哪一项？</translation>
    </message>
    <message>
        <source>No permit is set up on this kiosk yet. Please ask at the counter.</source>
        <translation>本机还没有设置办理事项，请到窗口咨询。</translation>
    </message>
    <message>
        <source>Search requirements, documents and the showroom</source>
        <translation>搜要求、材料、样板间里的要点</translation>
    </message>
    <message>
        <source>A few plain questions lead you to it.</source>
        <translation>回答几个简单的问题就知道。</translation>
    </message>
    <message>
        <source>Your answers are kept until you leave.</source>
        <translation>您的回答会保留到您离开。</translation>
    </message>
    <message>
        <source>Not sure which one?</source>
        <translation>不知道办哪一项？</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>看一看</translation>
    </message>
    <message>
        <source>See what a compliant shop looks like, and why.</source>
        <translation>合规的店什么样，为什么这样。</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>查一查</translation>
    </message>
    <message>
        <source>Bring your floor plan; every requirement is measured.</source>
        <translation>带上您的平面图，逐条量给您看。</translation>
    </message>
    <message>
        <source>Take home</source>
        <translation>带回家</translation>
    </message>
    <message>
        <source>The inspector&apos;s own checklist, already filled in.</source>
        <translation>现场核查表，已替您预先填好。</translation>
    </message>
</context>
<context>
    <name>Magnifier</name>
    <message>
        <source>Corner</source>
        <translation>角点</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>边线</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>表面</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>这里没有东西</translation>
    </message>
</context>
<context>
    <name>MarkButton</name>
    <message>
        <source>All on my list</source>
        <translation>都在清单中</translation>
    </message>
    <message>
        <source>Add all to my list</source>
        <translation>全部加入我的清单</translation>
    </message>
    <message>
        <source>On my list</source>
        <translation>已在清单中</translation>
    </message>
    <message>
        <source>Add to my list</source>
        <translation>加入我的清单</translation>
    </message>
</context>
<context>
    <name>MeasureBar</name>
    <message>
        <source>Hold your finger there for a magnifier</source>
        <translation>按住不放，可用放大镜对准</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>测量什么</translation>
    </message>
    <message>
        <source>Set point at the cross</source>
        <translation>在十字处取点</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>结束测量</translation>
    </message>
</context>
<context>
    <name>Measuring</name>
    <message>
        <source>This room: {sides} m</source>
        <translation>本房间：{sides} 米</translation>
    </message>
    <message>
        <source>Height: {metres} m</source>
        <translation>高度：{metres} 米</translation>
    </message>
    <message>
        <source>Touch what is to be measured</source>
        <translation>请点按要测量的东西</translation>
    </message>
    <message>
        <source>Touch three corners or more</source>
        <translation>请点按三个或更多角点</translation>
    </message>
    <message>
        <source>Touch the second point</source>
        <translation>请点按第二个点</translation>
    </message>
    <message>
        <source>Touch the first point</source>
        <translation>请点按第一个点</translation>
    </message>
    <message>
        <source>Area: {metres} m²</source>
        <translation>面积：{metres} 平方米</translation>
    </message>
    <message>
        <source>Length: {metres} m</source>
        <translation>长度：{metres} 米</translation>
    </message>
</context>
<context>
    <name>MovePad</name>
    <message>
        <source>Turn left</source>
        <translation>向左转</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>向右转</translation>
    </message>
    <message>
        <source>Step left</source>
        <translation>向左走</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Step right</source>
        <translation>向右走</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>抬头看</translation>
    </message>
    <message>
        <source>Look down</source>
        <translation>低头看</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>拉近</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>拉远</translation>
    </message>
</context>
<context>
    <name>OutlookPanel</name>
    <message>
        <source>See what turns (F5)</source>
        <translation>看哪些结论会变（F5）</translation>
    </message>
    <message>
        <source>How far the trial is</source>
        <translation>试算进度</translation>
    </message>
    <message>
        <source>What turns</source>
        <translation>哪些会变</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>例子</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>改动记录</translation>
    </message>
    <message>
        <source>Not tried yet.</source>
        <translation>还没有试算。</translation>
    </message>
    <message>
        <source>The decision cannot be saved like this:</source>
        <translation>这样写不能保存：</translation>
    </message>
    <message>
        <source>{turns} verdicts turn, {stay} stay, on the premises that come with the program.</source>
        <translation>在随程序附带的场所上：{turns} 个结论会变，{stay} 个不变。</translation>
    </message>
    <message>
        <source>No example is written beside this requirement.</source>
        <translation>这条要求下面没有写例子。</translation>
    </message>
    <message>
        <source>Nothing was changed in this window yet.</source>
        <translation>还没有在这里改过。</translation>
    </message>
    <message>
        <source>measured {measured}, required {required}</source>
        <translation>量得 {measured}，要求 {required}</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>不看</translation>
    </message>
    <message>
        <source>written: {written} · register: {own}
district now: {before} → as wished: {after}</source>
        <translation>应为：{written} · 登记册：{own}
本区现在：{before} → 改后：{after}</translation>
    </message>
    <message>
        <source>as the register</source>
        <translation>同登记册</translation>
    </message>
</context>
<context>
    <name>OverlayForm</name>
    <message>
        <source>Looked at in this district</source>
        <translation>本区看不看这一条</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>效力</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Second limit, as advice</source>
        <translation>第二个限值（只作提示）</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Requirement in plain words</source>
        <translation>要求（对申请人说的话）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Common mistake</source>
        <translation>常见的错</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么改</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>In force until</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>看</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不看</translation>
    </message>
    <message>
        <source>Choose a requirement on the left.</source>
        <translation>请在左边选一条要求。</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>本区决定的有效期</translation>
    </message>
    <message>
        <source>From the day (empty: at once)</source>
        <translation>从哪天起（空着：立即）</translation>
    </message>
    <message>
        <source>Until the day, included (empty: on and on)</source>
        <translation>到哪天止，含当天（空着：一直有效）</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>As the register has it: {own}</source>
        <translation>登记册原来是：{own}</translation>
    </message>
    <message>
        <source>As the register has it</source>
        <translation>恢复登记册原来的</translation>
    </message>
    <message>
        <source>Register: {own}</source>
        <translation>登记册：{own}</translation>
    </message>
    <message>
        <source>source of grade {grade}</source>
        <translation>{grade} 级来源</translation>
    </message>
    <message>
        <source>Source: {named}</source>
        <translation>依据：{named}</translation>
    </message>
    <message>
        <source>Research note: {reference}</source>
        <translation>研究记录：{reference}</translation>
    </message>
    <message>
        <source>The requirement is in force {first} – {last}</source>
        <translation>这条要求的有效期：{first} 至 {last}</translation>
    </message>
    <message>
        <source>The district decided on {day}: {who}. {why}</source>
        <translation>本区 {day} 的决定：{who}。{why}</translation>
    </message>
    <message>
        <source>The register has other figures from {days}; a figure of the district holds on every day.</source>
        <translation>登记册从 {days} 起另有数值；本区写了数值的，每天都按本区的。</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Decide when</source>
        <translation>修改有效期</translation>
    </message>
</context>
<context>
    <name>PanoramaSign</name>
    <message>
        <source>Next panorama</source>
        <translation>下一张全景</translation>
    </message>
</context>
<context>
    <name>Panoramas</name>
    <message>
        <source>Panorama</source>
        <translation>全景</translation>
    </message>
    <message>
        <source>Go to: {title}</source>
        <translation>前往：{title}</translation>
    </message>
    <message>
        <source>captured at this spot</source>
        <translation>取景于此处</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>From: {issuer}</source>
        <translation>由谁出具：{issuer}</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Enlarge the sample</source>
        <translation>放大看样张</translation>
    </message>
    <message>
        <source>A drawing of: {paper}</source>
        <translation>样张图：{paper}</translation>
    </message>
    <message>
        <source>Sample, drawn</source>
        <translation>样张（示意图）</translation>
    </message>
</context>
<context>
    <name>PermitPage</name>
    <message>
        <source>Conditions</source>
        <translation>受理条件</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>申报材料</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>办理流程</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>全部要求</translation>
    </message>
    <message>
        <source>What to read</source>
        <translation>查看内容</translation>
    </message>
    <message>
        <source>Nothing is recorded here yet. Please ask at the counter.</source>
        <translation>这里还没有登记内容，请到窗口咨询。</translation>
    </message>
    <message>
        <source>Walk the showroom</source>
        <translation>走进样板间</translation>
    </message>
    <message>
        <source>Check my plan</source>
        <translation>检查我的图纸</translation>
    </message>
    <message>
        <source>There are no sample premises for this permit yet. You can check your own plan.</source>
        <translation>这项许可还没有样板间，您可以先检查自己的图纸。</translation>
    </message>
    <message>
        <source>The sample premises</source>
        <translation>样板间</translation>
    </message>
    <message>
        <source>Key points in the sample premises: {count}</source>
        <translation>样板间要点 {count} 个</translation>
    </message>
</context>
<context>
    <name>PinLayer</name>
    <message>
        <source>Key point {number}: {title}</source>
        <translation>要点{number}：{title}</translation>
    </message>
</context>
<context>
    <name>PlanFacts</name>
    <message>
        <source>Hot food</source>
        <translation>热食</translation>
    </message>
    <message>
        <source>Cold dishes</source>
        <translation>冷食（凉菜）</translation>
    </message>
    <message>
        <source>Raw food</source>
        <translation>生食</translation>
    </message>
    <message>
        <source>Decorated cakes</source>
        <translation>裱花蛋糕</translation>
    </message>
    <message>
        <source>Cold pastry</source>
        <translation>冷加工糕点</translation>
    </message>
    <message>
        <source>Drinks made here</source>
        <translation>自制饮品</translation>
    </message>
    <message>
        <source>Prepackaged food</source>
        <translation>预包装食品</translation>
    </message>
    <message>
        <source>Fruit platters</source>
        <translation>水果拼盘</translation>
    </message>
    <message>
        <source>Commercial building</source>
        <translation>商业楼</translation>
    </message>
    <message>
        <source>Shops below, homes above</source>
        <translation>商住楼（楼上住人）</translation>
    </message>
    <message>
        <source>Residential building</source>
        <translation>住宅楼</translation>
    </message>
    <message>
        <source>Public building</source>
        <translation>公共建筑</translation>
    </message>
    <message>
        <source>Industrial building</source>
        <translation>工业厂房</translation>
    </message>
    <message>
        <source>Basement</source>
        <translation>地下</translation>
    </message>
    <message>
        <source>Ground floor</source>
        <translation>一层</translation>
    </message>
    <message>
        <source>2nd floor</source>
        <translation>二层</translation>
    </message>
    <message>
        <source>3rd floor</source>
        <translation>三层</translation>
    </message>
    <message>
        <source>4th floor or higher</source>
        <translation>四层及以上</translation>
    </message>
    <message>
        <source>The street</source>
        <translation>临街</translation>
    </message>
    <message>
        <source>A residential yard</source>
        <translation>居民小区院内</translation>
    </message>
    <message>
        <source>A lobby of the building</source>
        <translation>楼内大堂</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>动物诊所</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>动物医院</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>By heat (steam, cabinet)</source>
        <translation>热力消毒（蒸汽、消毒柜）</translation>
    </message>
    <message>
        <source>With disinfectant</source>
        <translation>化学消毒（消毒液）</translation>
    </message>
    <message>
        <source>What will you make or sell?</source>
        <translation>您打算做什么、卖什么？</translation>
    </message>
    <message>
        <source>What kind of building is it?</source>
        <translation>店铺在什么样的楼里？</translation>
    </message>
    <message>
        <source>Will it be a clinic or a hospital?</source>
        <translation>您要开诊所还是医院？</translation>
    </message>
    <message>
        <source>Will you operate on animals?</source>
        <translation>做手术吗？</translation>
    </message>
    <message>
        <source>Will you take X-ray pictures?</source>
        <translation>拍X光片吗？</translation>
    </message>
    <message>
        <source>Are there children among the students?</source>
        <translation>学员里有儿童吗？</translation>
    </message>
    <message>
        <source>Is there a flue of its own for cooking fumes?</source>
        <translation>有自己专用的烟道吗？</translation>
    </message>
    <message>
        <source>Where does your entrance open to?</source>
        <translation>您的出入口开向哪里？</translation>
    </message>
    <message>
        <source>Do you share a passage with other users of the building?</source>
        <translation>和同楼其他用户共用通道吗？</translation>
    </message>
    <message>
        <source>Is it a high-rise building?</source>
        <translation>是高层建筑吗？</translation>
    </message>
    <message>
        <source>Do you have exits and stairs of your own?</source>
        <translation>有自己独立的出口和楼梯吗？</translation>
    </message>
    <message>
        <source>On which floor?</source>
        <translation>在几层？</translation>
    </message>
    <message>
        <source>How many students at most at one time?</source>
        <translation>同一时间最多有多少学员？</translation>
    </message>
    <message>
        <source>How many licensed vets?</source>
        <translation>有几位执业兽医师？</translation>
    </message>
    <message>
        <source>How many seats for guests?</source>
        <translation>顾客座位有多少个？</translation>
    </message>
    <message>
        <source>How many people work there at one time?</source>
        <translation>同时上班的员工有几人？</translation>
    </message>
    <message>
        <source>How is tableware disinfected?</source>
        <translation>餐具怎么消毒？</translation>
    </message>
</context>
<context>
    <name>PlanRadar</name>
    <message>
        <source>Plan of the premises: where you are</source>
        <translation>平面图：您所在的位置</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Your plan, drawn</source>
        <translation>您的图纸</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Whole plan</source>
        <translation>看全图</translation>
    </message>
    <message>
        <source>{room}, {area} square metres</source>
        <translation>{room}，{area} 平方米</translation>
    </message>
    <message>
        <source>On the plan:</source>
        <translation>图上有：</translation>
    </message>
</context>
<context>
    <name>Pointers</name>
    <message>
        <source>{count} on your left</source>
        <translation>左侧还有 {count} 个</translation>
    </message>
    <message>
        <source>{count} on your right</source>
        <translation>右侧还有 {count} 个</translation>
    </message>
    <message>
        <source>{count} behind you</source>
        <translation>身后还有 {count} 个</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>✓  Nothing to mend.</source>
        <translation>✓  没有需要完善的地方。</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>The file “{detail}” is missing ({thing}). Add it again.</source>
        <translation>缺少文件“{detail}”（{thing}）。请重新放入。</translation>
    </message>
    <message>
        <source>The file “{detail}” is empty ({thing}). Copy it again.</source>
        <translation>文件“{detail}”是空的（{thing}）。请重新复制。</translation>
    </message>
    <message>
        <source>The viewpoint “{thing}” stands in the wall {detail}. Go into a room and save it again.</source>
        <translation>视点“{thing}”在墙 {detail} 里。请走进房间重新保存。</translation>
    </message>
    <message>
        <source>The viewpoint “{thing}” is {detail} m high. Go to a place inside and save it again.</source>
        <translation>视点“{thing}”高 {detail} 米。请回到室内重新保存。</translation>
    </message>
    <message>
        <source>The key point “{thing}” lies {detail} m outside. Drag it to the thing it speaks of.</source>
        <translation>要点“{thing}”在场所外 {detail} 米。请拖到它所说的东西上。</translation>
    </message>
    <message>
        <source>The key point “{thing}” hangs on “{detail}”, which the model does not have. Drag it to a surface.</source>
        <translation>要点“{thing}”挂在模型里没有的“{detail}”上。请拖到一个表面上。</translation>
    </message>
    <message>
        <source>The key point “{thing}” hangs in the zone “{detail}”, which is empty.</source>
        <translation>要点“{thing}”所在的区域“{detail}”没有房间。</translation>
    </message>
    <message>
        <source>The zone “{thing}” names the space “{detail}”, which the plan does not have.</source>
        <translation>区域“{thing}”写了平面里没有的房间“{detail}”。</translation>
    </message>
    <message>
        <source>The key point “{thing}” cannot be seen from its viewpoint: “{detail}” is in between. Save another view.</source>
        <translation>从视点看不到讲解点“{thing}”：被“{detail}”挡住了。请另存一个看得见的视角。</translation>
    </message>
    <message>
        <source>The key point “{thing}” lies inside “{detail}”. Drag it to the surface.</source>
        <translation>讲解点“{thing}”在“{detail}”里面。请拖到表面上。</translation>
    </message>
    <message>
        <source>The card of “{thing}” is not wholly written in {detail}.</source>
        <translation>“{thing}”的卡片缺 {detail} 的文字。</translation>
    </message>
    <message>
        <source>The stop {thing} has no script in {detail}. Write what is spoken there.</source>
        <translation>站点 {thing} 缺 {detail} 的讲解词。请补写。</translation>
    </message>
    <message>
        <source>The stop {thing} has no captions in {detail}. Write them, or leave them out.</source>
        <translation>站点 {thing} 缺 {detail} 的字幕。请补写，或不写字幕。</translation>
    </message>
    <message>
        <source>“{thing}” has no name in {detail}. Give it one.</source>
        <translation>“{thing}”缺 {detail} 的名称。请补上。</translation>
    </message>
    <message>
        <source>The stop {thing} has no clip in {detail}, and its tour is spoken.</source>
        <translation>站点 {thing} 缺 {detail} 的录音，而这条导览是有录音的。</translation>
    </message>
    <message>
        <source>The clip “{thing}” cannot be read: {detail}. Export it again as WAV or Ogg.</source>
        <translation>录音“{thing}”读不了：{detail}。请重新导出为 WAV 或 Ogg。</translation>
    </message>
    <message>
        <source>The clip “{thing}” takes {detail} s. Cut it, or make two stops of it.</source>
        <translation>录音“{thing}”长 {detail} 秒。请剪短，或分成两站。</translation>
    </message>
    <message>
        <source>The clip “{thing}” takes {detail} s. Record it again.</source>
        <translation>录音“{thing}”只有 {detail} 秒。请重新录。</translation>
    </message>
    <message>
        <source>The clip “{thing}” is too quiet, {detail} dB under full scale.</source>
        <translation>录音“{thing}”太轻，比满刻度低 {detail} 分贝。</translation>
    </message>
    <message>
        <source>The clip “{thing}” is too loud, {detail} dB.</source>
        <translation>录音“{thing}”太响，{detail} 分贝。</translation>
    </message>
    <message>
        <source>The model has {detail} triangles, more than {thing}. Simplify it.</source>
        <translation>模型有 {detail} 个三角形，超过 {thing}。请简化。</translation>
    </message>
    <message>
        <source>The model&apos;s file has {detail} MB, more than {thing}. Make its pictures smaller.</source>
        <translation>模型文件 {detail} MB，超过 {thing}。请缩小贴图。</translation>
    </message>
    <message>
        <source>The model is drawn in {detail} parts, more than {thing}. Merge things of one material in a room.</source>
        <translation>模型要分 {detail} 批画，超过 {thing}。请把同一房间同一材质的物品合并。</translation>
    </message>
    <message>
        <source>“{thing}” names the permit “{detail}”, which the scene does not teach.</source>
        <translation>“{thing}”指向许可“{detail}”，样板间不讲这一项。</translation>
    </message>
    <message>
        <source>“{thing}” names the requirement “{detail}”, which none of the scene&apos;s permits has.</source>
        <translation>“{thing}”指向要求“{detail}”，样板间的许可里没有。</translation>
    </message>
    <message>
        <source>The mistake “{thing}” cannot be made: {detail}.</source>
        <translation>对错对照“{thing}”做不出来：{detail}。</translation>
    </message>
    <message>
        <source>The scene has no key point. Choose “Place a key point” and click a surface.</source>
        <translation>样板间还没有要点。请选“放置要点”，再点一个表面。</translation>
    </message>
    <message>
        <source>The scene has no tour.</source>
        <translation>样板间还没有导览。</translation>
    </message>
    <message>
        <source>{number}: the register has no requirement “{id}”. Choose another.</source>
        <translation>要点{number}：清单中没有“{id}”这一要求，请另选。</translation>
    </message>
    <message>
        <source>{number}: stands for no requirement. Choose at least one.</source>
        <translation>要点{number}：还没有对应的要求，请至少选一项。</translation>
    </message>
    <message>
        <source>{number}: the card still has its first words. Write your own.</source>
        <translation>要点{number}：卡片还是初始文字，请改写。</translation>
    </message>
    <message>
        <source>{number}: the card is not written in every language.</source>
        <translation>要点{number}：卡片的中英文没有写全。</translation>
    </message>
    <message>
        <source>{number}: no viewpoint is chosen. Go where it is seen best and save this view.</source>
        <translation>要点{number}：还没有视点。请走到看得最清楚的地方，保存此视点。</translation>
    </message>
    <message>
        <source>{number}: no tour shows it.</source>
        <translation>要点{number}：没有导览讲到它。</translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message>
        <source>Check now</source>
        <translation>开始检查</translation>
    </message>
    <message>
        <source>Another plan</source>
        <translation>换一张图纸</translation>
    </message>
    <message>
        <source>A few questions</source>
        <translation>请回答几个问题</translation>
    </message>
    <message>
        <source>Plan: {name}. What you leave open is marked &apos;to confirm&apos;.</source>
        <translation>图纸：{name}。没有回答的，结果会标为“待核实”。</translation>
    </message>
    <message>
        <source>We could not use this file</source>
        <translation>这个文件无法使用</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>More</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reading and measuring your plan…</source>
        <translation>正在读取并测量您的图纸……</translation>
    </message>
</context>
<context>
    <name>QuizDock</name>
    <message>
        <source>Nothing is counted</source>
        <translation>不计分，看看就好</translation>
    </message>
    <message>
        <source>Question {number} of {count}</source>
        <translation>第 {number} 题，共 {count} 题</translation>
    </message>
    <message>
        <source>Yes, that is it</source>
        <translation>对，就是这样</translation>
    </message>
    <message>
        <source>Many think so. Look here</source>
        <translation>很多人也这样想，来看一看</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>看完了</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>下一题</translation>
    </message>
    <message>
        <source>Thank you for walking with us</source>
        <translation>谢谢您走完这一圈</translation>
    </message>
    <message>
        <source>Three questions</source>
        <translation>三道小题</translation>
    </message>
    <message>
        <source>This is worth remembering when you fit out your own premises:</source>
        <translation>您自己装修时，这几条值得记住：</translation>
    </message>
    <message>
        <source>Three more</source>
        <translation>再来三题</translation>
    </message>
    <message>
        <source>Walk on</source>
        <translation>继续参观</translation>
    </message>
    <message>
        <source>The answer: {answer}</source>
        <translation>答案：{answer}</translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>Very satisfied</source>
        <translation>非常满意</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Fairly satisfied</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Very dissatisfied</source>
        <translation>非常不满意</translation>
    </message>
    <message>
        <source>I did not find what I came for</source>
        <translation>没找到要办的事</translation>
    </message>
    <message>
        <source>It was hard to understand</source>
        <translation>内容看不懂</translation>
    </message>
    <message>
        <source>It was hard to operate</source>
        <translation>操作不方便</translation>
    </message>
    <message>
        <source>The words were too small</source>
        <translation>字太小</translation>
    </message>
    <message>
        <source>It was too slow</source>
        <translation>反应太慢</translation>
    </message>
    <message>
        <source>Something did not work</source>
        <translation>有功能用不了</translation>
    </message>
    <message>
        <source>Nobody could help me</source>
        <translation>没有人帮我</translation>
    </message>
</context>
<context>
    <name>RatingPage</name>
    <message>
        <source>How was our service today?</source>
        <translation>请您评价本次服务</translation>
    </message>
    <message>
        <source>Counted without your name and without anything you did here.</source>
        <translation>匿名统计，不记录您的姓名和您做过的任何事。</translation>
    </message>
    <message>
        <source>Skip and finish</source>
        <translation>跳过，结束</translation>
    </message>
    <message>
        <source>We are sorry. What should we do better?</source>
        <translation>很抱歉没让您满意，请问哪里要改进？</translation>
    </message>
    <message>
        <source>Choose as many as you like, or none.</source>
        <translation>可以多选，也可以不选。</translation>
    </message>
    <message>
        <source>Another grade</source>
        <translation>重新评价</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Thank you. Have a good day!</source>
        <translation>谢谢您的评价，祝您办事顺利！</translation>
    </message>
    <message>
        <source>When you finish, everything you did here is forgotten.</source>
        <translation>点“结束”后，您在这里做过的一切都会清除。</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>结束</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Nothing of this applies to what you told us.</source>
        <translation>按您说的情况，这里没有与您有关的内容。</translation>
    </message>
    <message>
        <source>See it in the showroom</source>
        <translation>到样板间看</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必须</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Common mistake</source>
        <translation>常见错误</translation>
    </message>
    <message>
        <source>Also asked for: {permits}</source>
        <translation>这些许可也有同样要求：{permits}</translation>
    </message>
</context>
<context>
    <name>ReadingStrip</name>
    <message>
        <source>No voice on this machine: please read along with the ring</source>
        <translation>这台机器没有语音，请跟着方框看文字</translation>
    </message>
</context>
<context>
    <name>RegisterWindow</name>
    <message>
        <source>Not saved: something typed cannot be read yet.</source>
        <translation>没有保存：有一处写的还读不懂。</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Saved to {path}; the kiosk goes by it when it is next opened.</source>
        <translation>已保存到 {path}；触摸屏下次打开时生效。</translation>
    </message>
    <message>
        <source>Nothing was written: the decision cannot be saved like this.</source>
        <translation>什么也没有写入：这样写不能保存。</translation>
    </message>
    <message>
        <source>{district}[*] – Requirements in hand</source>
        <translation>{district}[*] – 要求一览与本区口径</translation>
    </message>
    <message>
        <source>Permit</source>
        <translation>许可</translation>
    </message>
</context>
<context>
    <name>RequirementDeeds</name>
    <message>
        <source>Requirements in hand</source>
        <translation>要求一览与本区口径</translation>
    </message>
</context>
<context>
    <name>RequirementList</name>
    <message>
        <source>Search: words, pinyin or id</source>
        <translation>搜索：文字、拼音或编号</translation>
    </message>
    <message>
        <source>Search the requirements</source>
        <translation>搜索要求</translation>
    </message>
    <message>
        <source>Requirements of the scene&apos;s permits</source>
        <translation>样板间所属许可的要求</translation>
    </message>
    <message>
        <source>not in the register</source>
        <translation>清单中没有</translation>
    </message>
    <message>
        <source>{bound} chosen · {shown} of {all} shown</source>
        <translation>已选 {bound} 项 · 显示 {shown} / {all} 项</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Some required points are not met yet</source>
        <translation>还有必须满足的要求没有达到</translation>
    </message>
    <message>
        <source>Nothing required is missed; some points are still open</source>
        <translation>没有发现违反强制要求，还有几项待核实</translation>
    </message>
    <message>
        <source>Everything required that a drawing can show is met</source>
        <translation>图纸能看出的强制要求都符合</translation>
    </message>
    <message>
        <source>Plan: {name}</source>
        <translation>图纸：{name}</translation>
    </message>
    <message>
        <source>Take it home</source>
        <translation>带走结果</translation>
    </message>
    <message>
        <source>Change answers</source>
        <translation>修改回答</translation>
    </message>
    <message>
        <source>Walk through it</source>
        <translation>走进我的店</translation>
    </message>
</context>
<context>
    <name>RoomList</name>
    <message>
        <source>Rooms</source>
        <translation>各个房间</translation>
    </message>
    <message>
        <source>{area} m²</source>
        <translation>{area} 平方米</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>Search: words, pinyin or id</source>
        <translation>搜索：文字、拼音或编号</translation>
    </message>
    <message>
        <source>Search the requirements</source>
        <translation>搜索要求</translation>
    </message>
    <message>
        <source>Requirements of the permit</source>
        <translation>这项许可的要求</translation>
    </message>
    <message>
        <source>{shown} of {all} shown · ● the district decided · ✎ not saved</source>
        <translation>共 {all} 条，列出 {shown} 条 · ● 本区有决定 · ✎ 未保存</translation>
    </message>
</context>
<context>
    <name>SceneTree</name>
    <message>
        <source>Search: a room, a thing, a key point</source>
        <translation>搜索：房间、物品、要点</translation>
    </message>
    <message>
        <source>Search the scene</source>
        <translation>搜索样板间</translation>
    </message>
    <message>
        <source>Rooms and things of the scene</source>
        <translation>样板间的房间和物品</translation>
    </message>
    <message>
        <source>In no room</source>
        <translation>不在任何房间</translation>
    </message>
    <message>
        <source>Key points on no thing</source>
        <translation>不在任何物品上的要点</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>门</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>门洞</translation>
    </message>
    <message>
        <source>Hatch</source>
        <translation>传递窗</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>墙</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>柱</translation>
    </message>
    <message>
        <source>Stair</source>
        <translation>楼梯</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>地面</translation>
    </message>
    <message>
        <source>Ceiling and lamps</source>
        <translation>顶棚和灯</translation>
    </message>
</context>
<context>
    <name>ScrollColumn</name>
    <message>
        <source>More below</source>
        <translation>下面还有</translation>
    </message>
    <message>
        <source>More above</source>
        <translation>回到上面</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Permits</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>In the showroom</source>
        <translation>样板间要点</translation>
    </message>
    <message>
        <source>Conditions and procedure</source>
        <translation>条件和流程</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Delete what is typed</source>
        <translation>清除输入</translation>
    </message>
    <message>
        <source>What are you looking for? Characters, pinyin or English</source>
        <translation>您找什么？汉字、拼音、英文都可以</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>全部 {count} 条</translation>
    </message>
    <message>
        <source>There is more: type another word to narrow it down.</source>
        <translation>还有更多，再加一个词可以缩小范围。</translation>
    </message>
    <message>
        <source>Does not apply to what you told us</source>
        <translation>按您说的情况不适用</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>比如</translation>
    </message>
    <message>
        <source>The initials of the pinyin are enough, and a wrong letter does no harm.</source>
        <translation>打拼音首字母就行，打错一个字母也能找到。</translation>
    </message>
    <message>
        <source>Nothing was found. Try a shorter word, or ask at the counter.</source>
        <translation>没有找到。换个短一点的词试试，或到窗口咨询。</translation>
    </message>
</context>
<context>
    <name>ShowroomPage</name>
    <message>
        <source>Inside</source>
        <translation>室内</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>Panorama</source>
        <translation>全景</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
</context>
<context>
    <name>SiteDeeds</name>
    <message>
        <source>What came back from the site</source>
        <translation>现场带回的结果</translation>
    </message>
    <message>
        <source>Results ({kinds})</source>
        <translation>现场结果（{kinds}）</translation>
    </message>
    <message>
        <source>The plan it was promised with</source>
        <translation>当时检查的平面图</translation>
    </message>
</context>
<context>
    <name>SitePage</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>As promised: the premises of the plan, from where the list asks to look</source>
        <translation>图上的样子：按平面图搭建，从清单要求的位置看过去</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>现场照片</translation>
    </message>
    <message>
        <source>What came back from the site</source>
        <translation>现场带回的结果</translation>
    </message>
    <message>
        <source>Reading what came back…</source>
        <translation>正在读取现场结果…</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>下一张</translation>
    </message>
    <message>
        <source>Lines of the list</source>
        <translation>核查表各项</translation>
    </message>
    <message>
        <source>Which lines</source>
        <translation>看哪些项</translation>
    </message>
    <message>
        <source>The promised premises</source>
        <translation>图上的店</translation>
    </message>
    <message>
        <source>The photo taken on site</source>
        <translation>现场拍的照片</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>This cannot be shown</source>
        <translation>无法显示</translation>
    </message>
    <message>
        <source>The log says why.</source>
        <translation>原因见日志。</translation>
    </message>
    <message>
        <source>No photo came back for this line.</source>
        <translation>这一项没有照片。</translation>
    </message>
    <message>
        <source>This photo cannot be opened.</source>
        <translation>这张照片打不开。</translation>
    </message>
</context>
<context>
    <name>Situation</name>
    <message>
        <source>{question} None of these</source>
        <translation>{question}都没有</translation>
    </message>
    <message>
        <source>{count} requirements are hidden because you told us: {answers}</source>
        <translation>有 {count} 条要求不显示，因为您说了：{answers}</translation>
    </message>
    <message>
        <source>{count} requirements do not apply to what you told us: {answers}</source>
        <translation>有 {count} 条要求按您说的情况不适用：{answers}</translation>
    </message>
    <message>
        <source>{count} key points do not apply to what you told us: {answers}</source>
        <translation>有 {count} 个要点按您说的情况不适用：{answers}</translation>
    </message>
    <message>
        <source>{count} key points are hidden because you told us: {answers}</source>
        <translation>有 {count} 个要点不显示，因为您说了：{answers}</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Everything here applies to what you told us.</source>
        <translation>按您说的情况，这里每一条都适用。</translation>
    </message>
    <message>
        <source>See only what applies to you: answer a few questions.</source>
        <translation>只看与您有关的：回答几个问题。</translation>
    </message>
    <message>
        <source>Change answers</source>
        <translation>改回答</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>去回答</translation>
    </message>
    <message>
        <source>{count} results do not apply to what you told us: {answers}</source>
        <translation>有 {count} 条结果按您说的情况不适用：{answers}</translation>
    </message>
    <message>
        <source>{count} results are hidden because you told us: {answers}</source>
        <translation>有 {count} 条结果不显示，因为您说了：{answers}</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Hide these</source>
        <translation>隐藏这些</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>confirmed text</source>
        <translation>条文已核对</translation>
    </message>
    <message>
        <source>text not yet confirmed, ask the hall</source>
        <translation>条文待核对，请咨询窗口</translation>
    </message>
    <message>
        <source>practice, ask the hall</source>
        <translation>窗口惯例，请咨询窗口</translation>
    </message>
</context>
<context>
    <name>SpeakButton</name>
    <message>
        <source>Read this aloud</source>
        <translation>朗读这一段</translation>
    </message>
</context>
<context>
    <name>StaffPad</name>
    <message>
        <source>Delete the last digit</source>
        <translation>删除最后一位</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>For staff: the PIN</source>
        <translation>工作人员口令</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>口令不对。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait {seconds} seconds.</source>
        <translation>输错次数太多，请等 {seconds} 秒。</translation>
    </message>
</context>
<context>
    <name>StaySheet</name>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>您还在吗？</translation>
    </message>
    <message>
        <source>So that nobody sees what you did, everything is forgotten when you leave.</source>
        <translation>您离开后，这里的内容会全部清除，别人看不到。</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>我还在</translation>
    </message>
    <message>
        <source>I am finished: forget everything now</source>
        <translation>我用完了，现在就清除</translation>
    </message>
    <message>
        <source>Are you still there? Touch the screen to go on.</source>
        <translation>您还在吗？摸一下屏幕就可以继续。</translation>
    </message>
    <message>
        <source>Back to the start in {seconds} seconds</source>
        <translation>{seconds} 秒后回到首页</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Office</source>
        <translation>办理窗口</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>Valid for</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>By law</source>
        <translation>法定时限</translation>
    </message>
    <message>
        <source>We promise</source>
        <translation>承诺时限</translation>
    </message>
</context>
<context>
    <name>StickShelf</name>
    <message>
        <source>Looking through the stick…</source>
        <translation>正在查看 U 盘……</translation>
    </message>
    <message>
        <source>Enough, show what was found</source>
        <translation>够了，显示已找到的</translation>
    </message>
    <message>
        <source>{count} files so far</source>
        <translation>已看过 {count} 个文件</translation>
    </message>
    <message>
        <source>There is more on this stick; the newest drawings are shown. Put yours into a folder of its own if it is missing.</source>
        <translation>U 盘上还有更多文件，这里显示最新的图纸。如果没有您的图，请把它单独放进一个文件夹。</translation>
    </message>
    <message>
        <source>This stick cannot be read here: it may be locked or damaged. Please try another one, or ask at the counter.</source>
        <translation>这个 U 盘在这里读不出来：可能加了密，或者坏了。请换一个，或到窗口询问。</translation>
    </message>
    <message>
        <source>There is no drawing we can read on this stick. We read: {kinds}</source>
        <translation>这个 U 盘上没有能读的图纸。能读：{kinds}</translation>
    </message>
    <message>
        <source>No USB stick is plugged in yet. We read: {kinds}</source>
        <translation>还没有插 U 盘。能读：{kinds}</translation>
    </message>
    <message>
        <source>Reading the drawing from the stick…</source>
        <translation>正在从 U 盘读取图纸……</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>This file is far larger than a plan. Please keep only the plan in it, and save it again.</source>
        <translation>这个文件比平面图大得多。请只留平面图，另存后再试。</translation>
    </message>
    <message>
        <source>The stick was pulled out, or “{name}” cannot be read. Please plug it in again and choose the drawing once more.</source>
        <translation>U 盘被拔出，或“{name}”读不出来。请重新插好，再选一次。</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>{scene}[*] – Clerk&apos;s studio</source>
        <translation>{scene}[*] – 样板间工作室</translation>
    </message>
    <message>
        <source>Everything saved</source>
        <translation>已全部保存</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>To look at only</source>
        <translation>只能查看</translation>
    </message>
    <message>
        <source>Move key point</source>
        <translation>移动要点</translation>
    </message>
    <message>
        <source>Write card</source>
        <translation>填写卡片</translation>
    </message>
    <message>
        <source>Choose requirement</source>
        <translation>选择要求</translation>
    </message>
    <message>
        <source>Drop requirement</source>
        <translation>取消要求</translation>
    </message>
    <message>
        <source>Choose viewpoint</source>
        <translation>选择视点</translation>
    </message>
    <message>
        <source>Name viewpoint</source>
        <translation>命名视点</translation>
    </message>
    <message>
        <source>The scene has changes that are not saved.</source>
        <translation>有改动尚未保存。</translation>
    </message>
    <message>
        <source>Save them before closing?</source>
        <translation>关闭前要保存吗？</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>放弃改动</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>打开时</translation>
    </message>
</context>
<context>
    <name>TakeAwayPage</name>
    <message>
        <source>Take it with you</source>
        <translation>带走清单</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>打印出来</translation>
    </message>
    <message>
        <source>The printer is beside this screen.</source>
        <translation>打印机就在屏幕旁边。</translation>
    </message>
    <message>
        <source>Save it on a USB stick</source>
        <translation>存到 U 盘</translation>
    </message>
    <message>
        <source>As a PDF; nothing else on the stick is touched.</source>
        <translation>存成 PDF，U 盘上别的文件不会动。</translation>
    </message>
    <message>
        <source>Large print on paper</source>
        <translation>纸上用大字</translation>
    </message>
    <message>
        <source>With the inspector&apos;s checklist</source>
        <translation>连同现场核查表</translation>
    </message>
    <message>
        <source>Mark something first, then a code for your phone appears here.</source>
        <translation>先往清单里加几项，这里就会出现二维码。</translation>
    </message>
    <message>
        <source>Scan it with your phone</source>
        <translation>用手机扫一扫</translation>
    </message>
    <message>
        <source>The words are in the code itself; it needs no network.</source>
        <translation>文字就在码里，不用上网。</translation>
    </message>
    <message>
        <source>Code {number} of {count}</source>
        <translation>第 {number} 个码，共 {count} 个</translation>
    </message>
    <message>
        <source>Previous code</source>
        <translation>上一个码</translation>
    </message>
    <message>
        <source>Next code</source>
        <translation>下一个码</translation>
    </message>
    <message>
        <source>my-list</source>
        <translation>我的清单</translation>
    </message>
    <message>
        <source>checklist</source>
        <translation>核查表</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>我的清单</translation>
    </message>
    <message>
        <source>Sending it to the printer …</source>
        <translation>正在送往打印机……</translation>
    </message>
    <message>
        <source>Sent to the printer. If no paper comes out, please tell our staff.</source>
        <translation>已送往打印机。如果没有出纸，请告诉工作人员。</translation>
    </message>
    <message>
        <source>No printer is connected here. Please use your phone or a USB stick instead.</source>
        <translation>这里没有连接打印机。请用手机扫码，或存到 U 盘。</translation>
    </message>
    <message>
        <source>The printer has stopped: perhaps it is out of paper or jammed. Please call our staff, or use your phone.</source>
        <translation>打印机停下了：可能缺纸或卡纸。请叫工作人员，或用手机扫码。</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存……</translation>
    </message>
    <message>
        <source>Saved on {place}. You may take the stick out now.</source>
        <translation>已存到 {place}，现在可以拔下 U 盘。</translation>
    </message>
    <message>
        <source>Several sticks are plugged in. Which one is yours?</source>
        <translation>插着好几个 U 盘，哪一个是您的？</translation>
    </message>
    <message>
        <source>Please plug in a USB stick first, then press again.</source>
        <translation>请先插上 U 盘，再点一次。</translation>
    </message>
    <message>
        <source>It could not be saved there. Is the stick full, write-protected or already taken out?</source>
        <translation>没能存进去。U 盘是不是满了、写保护了，或者已经拔下了？</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>回到清单</translation>
    </message>
    <message>
        <source>I am done</source>
        <translation>我办好了</translation>
    </message>
</context>
<context>
    <name>ToolTray</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Is there room?</source>
        <translation>放得下吗？</translation>
    </message>
    <message>
        <source>Look into it</source>
        <translation>剖开来看</translation>
    </message>
    <message>
        <source>Key points</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Find your way</source>
        <translation>去哪里</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>A person, 1.70 m</source>
        <translation>放一个人（1.70 米）</translation>
    </message>
    <message>
        <source>A wheelchair</source>
        <translation>放一辆轮椅</translation>
    </message>
    <message>
        <source>Cut it open</source>
        <translation>剖切</translation>
    </message>
    <message>
        <source>Ceiling off</source>
        <translation>揭开天花板</translation>
    </message>
    <message>
        <source>Zones on the floor</source>
        <translation>地面分区</translation>
    </message>
    <message>
        <source>Three questions</source>
        <translation>三道小题</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>各个房间</translation>
    </message>
    <message>
        <source>Rooms speak</source>
        <translation>走到哪讲到哪</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Approval showroom</source>
        <translation>行政审批样板间</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Easy mode</source>
        <translation>长辈模式</translation>
    </message>
    <message>
        <source>Call a clerk</source>
        <translation>叫工作人员</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>TourBar</name>
    <message>
        <source>Guided tour</source>
        <translation>语音导览</translation>
    </message>
    <message>
        <source>Rehearse the visit by video</source>
        <translation>彩排云勘验</translation>
    </message>
    <message>
        <source>Key points: {count}</source>
        <translation>要点 {count} 个</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Stop {number} of {count}</source>
        <translation>第 {number} 站，共 {count} 站</translation>
    </message>
    <message>
        <source>Previous stop</source>
        <translation>上一站</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Next stop</source>
        <translation>下一站</translation>
    </message>
    <message>
        <source>Stops of the tour</source>
        <translation>导览各站</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>结束导览</translation>
    </message>
    <message>
        <source>Speed: {speed}</source>
        <translation>语速：{speed}</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>The drawing could not be read. Please save it again as DXF (R2018 or older), or ask at the counter.</source>
        <translation>这张图纸无法读取。请另存为 DXF（R2018 或更早版本）再试，或到窗口咨询。</translation>
    </message>
</context>
<context>
    <name>VersionChoice</name>
    <message>
        <source>Earlier versions</source>
        <translation>以前的版本</translation>
    </message>
    <message>
        <source>The version chosen replaces what is shown now, as one step that can be undone.</source>
        <translation>选中的版本会替换现在的内容，这一步可以撤销。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>恢复这个版本</translation>
    </message>
    <message>
        <source>{points} key points, {views} viewpoints, {tours} tours</source>
        <translation>{points} 个要点，{views} 个视点，{tours} 条导览</translation>
    </message>
</context>
<context>
    <name>ViewChoice</name>
    <message>
        <source>Seen best from</source>
        <translation>最佳视点</translation>
    </message>
    <message>
        <source>No viewpoint yet</source>
        <translation>尚未选择视点</translation>
    </message>
</context>
<context>
    <name>ZoneLegend</name>
    <message>
        <source>Zones</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Zones and their key points</source>
        <translation>区域及要点数</translation>
    </message>
</context>
<context>
    <name>_RoomPanel</name>
    <message>
        <source>No sound here: please read along</source>
        <translation>这里没有声音，请看文字</translation>
    </message>
    <message>
        <source>Say nothing when I enter a room</source>
        <translation>走进房间时不要讲解</translation>
    </message>
</context>
</TS>
